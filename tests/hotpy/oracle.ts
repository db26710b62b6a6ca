/**
 * Writes what CPython 3.14 prints into the guest tests: the oracle of `tests/hotpy/guest/*.py`.
 *
 *     deno run -A tests/hotpy/oracle.ts            rewrites the expectations of every file
 *     deno run -A tests/hotpy/oracle.ts ints.py    of one
 *     deno run -A tests/hotpy/oracle.ts --check    changes nothing, fails if one would change
 *
 * A file ends with one comment per line of output: `# expect: LINE` for standard output, `# stderr: LINE` for standard error (the
 * traceback), `# exit: N` for an exit code other than 0. Files named `helper_*` are imported by others and are no tests.
 */

import { loadOracle } from "../../toolkit/deps_build.ts";
import { GUEST_FOLDER, guestPrograms, sourceOf, withExpectations } from "./guest_program.ts";

const RUNNER = `
import builtins, io, os, sys, traceback, types
os.chdir("/guest")
def run_guest(path):
    saved = dict(sys.modules)
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__="/guest/" + path, __builtins__=builtins)
    main.__doc__ = None
    sys.modules["__main__"] = main
    sys.argv = [path]
    sys.path.insert(0, "/guest")
    out, err, code = io.StringIO(), io.StringIO(), 0
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        with open(path, "rb") as f:
            source = f.read()
        exec(compile(source, "/guest/" + path, "exec"), main.__dict__)
    except SystemExit as e:
        if e.code is None: code = 0
        elif isinstance(e.code, int): code = e.code & 255
        else:
            code = 1
            print(e.code, file=err)
    except BaseException as e:
        code = 1
        # The first entry is this function's own.
        e.__traceback__ = e.__traceback__.tb_next
        traceback.print_exception(e, file=err)
    finally:
        sys.stdout, sys.stderr = streams
        sys.path.pop(0)
        for name in list(sys.modules):
            if name not in saved: del sys.modules[name]
    return [out.getvalue(), err.getvalue(), code]
`;

if (import.meta.main) {
  const check = Deno.args.includes("--check");
  const wanted = Deno.args.filter((arg) => !arg.startsWith("--"));
  const { loadPyodide } = await loadOracle();
  const oracle = await loadPyodide();
  oracle.FS.mkdirTree("/guest/helpers");
  for (const path of [...Deno.readDirSync(GUEST_FOLDER), ...inFolder("helpers")]) {
    if (path.name.endsWith(".py")) oracle.FS.writeFile("/guest/" + path.name, sourceOf(path.name));
  }
  oracle.runPython(RUNNER);
  let changed = 0;
  for (const name of guestPrograms()) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const [stdout, stderr, exitCode] = oracle.runPython(`run_guest(${JSON.stringify(name)})`).toJs();
    const before = Deno.readTextFileSync(new URL(name, GUEST_FOLDER));
    const after = withExpectations(sourceOf(name), { stdout, stderr, exitCode });
    if (before === after) continue;
    changed++;
    console.log(`${check ? "differs" : "written"}: ${name}`);
    if (!check) Deno.writeTextFileSync(new URL(name, GUEST_FOLDER), after);
  }
  Deno.exit(check && changed > 0 ? 1 : 0);
}

function inFolder(folder: string): { name: string }[] {
  return [...Deno.readDirSync(new URL(folder + "/", GUEST_FOLDER))].map(({ name }) => ({ name: `${folder}/${name}` }));
}

/**
 * `deno task profile`: writes down which functions of the command line small programs call (`startup.txt`).
 *
 * The bundle is made with calls recorded and runs each program of `programs/` in a process of its own. Do this when starting has become slower,
 * or its code has changed much; the list is committed, so that the bundle depends on sources alone.
 */

import { BUNDLE_FOLDER, bundleWith, STARTUP_NAMES } from "./bundle.ts";
import { recordingCalls } from "./eager.ts";

const PROGRAMS = new URL("programs/", import.meta.url);
const LANGUAGES: Readonly<Record<string, string>> = { py: "python", scm: "scheme" };
/** Runs the command line; writes the names to the file that is its first argument. */
const DRIVER = `
import { main } from "./main.js";
const [names, ...args] = Deno.args;
const code = await main(args);
Deno.writeTextFileSync(names, [...calledFunctions].join("\\n"));
Deno.exit(code);
`;

// The bundle must lie where it finds the built files.
const folder = Deno.makeTempDirSync({ dir: new URL("../../", import.meta.url).pathname, prefix: "profile-" });
try {
  for (const { path, bytes } of await bundleWith(recordingCalls)) Deno.writeFileSync(path.replace(BUNDLE_FOLDER, folder), bytes);
  Deno.writeTextFileSync(`${folder}/driver.js`, DRIVER);
  const names = new Set<string>();
  for (const { name } of Deno.readDirSync(PROGRAMS)) {
    const program = ["run", LANGUAGES[name.split(".")[1]], new URL(name, PROGRAMS).pathname];
    const args = ["run", "-A", `${folder}/driver.js`, `${folder}/names.txt`, ...program];
    const { success } = await new Deno.Command(Deno.execPath(), { args, stdout: "null" }).output();
    if (!success) throw new Error(`The program ${name} failed`);
    for (const name of Deno.readTextFileSync(`${folder}/names.txt`).split("\n")) names.add(name);
  }
  Deno.writeTextFileSync(STARTUP_NAMES, [...names].sort().join("\n") + "\n");
  console.log(`${names.size} functions`);
} finally {
  Deno.removeSync(folder, { recursive: true });
}

/** Runs the command line in a process of its own, for tests. */

export const CLI = new URL("../cli.ts", import.meta.url).pathname;

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  /** Text or bytes for standard input; nothing by default. */
  stdin?: string | Uint8Array;
  cwd?: string;
  /** Deno's permission flags; all by default. */
  permissions?: readonly string[];
}

/** Runs `cli.ts` with `args`. */
export async function cli(args: readonly string[], { stdin = "", cwd, permissions = ["-A"] }: CliOptions = {}): Promise<Outcome> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", ...permissions, CLI, ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    cwd,
    env: { NO_COLOR: "1" },
  }).spawn();
  const writer = child.stdin.getWriter();
  const fed = writer.write(typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin).then(() => writer.close()).catch(() => {});
  const { code, stdout, stderr } = await child.output();
  await fed;
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** `run python …`. */
export function python(args: readonly string[], options?: CliOptions): Promise<Outcome> {
  return cli(["run", "python", ...args], options);
}

/** Makes a folder with files and removes it when `use` is done. */
export async function withFiles(files: Record<string, string | Uint8Array>, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = Deno.realPathSync(Deno.makeTempDirSync());
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = `${folder}/${name}`;
      Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
      if (typeof content === "string") Deno.writeTextFileSync(path, content);
      else Deno.writeFileSync(path, content);
    }
    await use(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

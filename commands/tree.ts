/**
 * The full command tree: help, and the commands that need not start fast.
 *
 * This file alone knows the command line library; it goes through the few functions of `builder`, so that another library can take its
 * place here. `run`, `repl` and `disassemble` keep their hand-written reader (`options.ts`), the tree only documents them.
 */

import { loadCommander } from "../deps.ts";
import { doctor } from "./doctor.ts";
import { dump } from "./dump.ts";
import { projectUrl } from "./project.js";
import { LANGUAGES, MACHINE_OPTIONS, PROGRAM, runPlain } from "./run.ts";
import { VERSION } from "./version.ts";

/** One command of the tree. */
interface CommandRow {
  name: string;
  arguments: string;
  help: string;
  options: readonly (readonly [flag: string, help: string])[];
  /** Takes what follows the command's name, unread. Returns the exit code. */
  run: (args: string[]) => Promise<number> | number;
}

const languages = Object.entries(LANGUAGES).map(([name, { title }]) => `${name}: ${title}`).join("; ");

const COMMANDS: readonly CommandRow[] = [
  {
    name: "run",
    arguments: "LANGUAGE (FILE | -c CODE | -) [ARGS]",
    help: "run a program",
    options: MACHINE_OPTIONS,
    run: (args) => runPlain(["run", ...args]),
  },
  {
    name: "repl",
    arguments: "LANGUAGE",
    help: "read, evaluate and print",
    options: MACHINE_OPTIONS,
    run: (args) => runPlain(["repl", ...args]),
  },
  {
    name: "disassemble",
    arguments: "LANGUAGE (FILE | -c CODE | -)",
    help: "print the bytecode of a program",
    options: [],
    run: (args) => dump("bytecode", ["disassemble", ...args]),
  },
  {
    name: "dump",
    arguments: "STAGE LANGUAGE (FILE | -c CODE | -)",
    help: "print what a stage of the compiler makes of a program, such as tokens, tree or bytecode; trace runs it and prints its regions",
    options: [["--pass=<PASS,…>", "trace: print each region without the passes (peeling, bridges, joins) as well"]],
    run: ([stage, ...args]) => dump(stage, ["dump", ...args]),
  },
  {
    name: "build",
    arguments: "[OPTIONS]",
    help: "build the wasm artefacts from the definitions (needs the source folder)",
    options: [],
    run: (args) => runScript("toolkit/build.ts", args),
  },
  {
    name: "doctor",
    arguments: "",
    help: "check what this machine and this copy can do",
    options: [],
    run: doctor,
  },
];

/** Runs the command line through the tree. Returns the exit code. */
export async function runTree(args: readonly string[]): Promise<number> {
  const { Command } = await loadCommander();
  let code = 0;
  const program = new Command(PROGRAM)
    .description(`Fast virtual machines from bytecode handlers. Languages: ${languages}.`)
    .version(VERSION, "-V, --version")
    .exitOverride().enablePositionalOptions()
    .showHelpAfterError(`Try \`${PROGRAM} --help' for more information.`);
  for (const row of COMMANDS) {
    const command = program.command(row.name).description(row.help).usage(
      `[OPTIONS] ${row.arguments}`.replace("[OPTIONS] [OPTIONS]", "[OPTIONS]"),
    )
      .allowUnknownOption().allowExcessArguments().passThroughOptions().helpOption("-h, --help", "print this")
      .argument("[args...]").exitOverride();
    for (const [flag, help] of row.options) command.option(flag, help);
    command.action(async () => {
      code = await row.run(args.slice(args.indexOf(row.name) + 1));
    });
  }
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    const { code: reason, exitCode } = error as { code?: string; exitCode?: number };
    if (reason === undefined || !reason.startsWith("commander.")) throw error;
    return exitCode === 0 ? 0 : 2;
  }
  return code;
}

/** Runs a script of the project as a program of its own. */
async function runScript(path: string, args: string[]): Promise<number> {
  const { code } = await new Deno.Command(Deno.execPath(), { args: ["run", "-A", projectUrl(path).href, ...args] }).spawn().status;
  return code;
}

/**
 * Guest tests as files: a Python program with the expected output in comments at its end.
 *
 * Invariant: `withExpectations(sourceOf(name), expectationsOf(name))` is the file again; the comments are the last lines, so that no line
 * number of a traceback depends on them.
 */

/** The folder of guest programs. */
export const GUEST_FOLDER = new URL("./guest/", import.meta.url);

/** What a program must print, and how it must end. */
export interface Expectations {
  stdout: string;
  stderr: string;
  exitCode: number;
}

const COMMENT = /^# (expect|stderr|exit):(?: (.*))?$/;

/** Names of all programs that are tests. */
export function guestPrograms(): string[] {
  const names = [...Deno.readDirSync(GUEST_FOLDER)].filter((entry) => entry.isFile).map((entry) => entry.name);
  return names.filter((name) => name.endsWith(".py") && !name.startsWith("helper_")).sort();
}

/** A program without its expectations. */
export function sourceOf(name: string): string {
  const lines = Deno.readTextFileSync(new URL(name, GUEST_FOLDER)).split("\n");
  return lines.filter((line) => !COMMENT.test(line)).join("\n").trimEnd() + "\n";
}

/** What a program expects. */
export function expectationsOf(name: string): Expectations {
  const found: Expectations = { stdout: "", stderr: "", exitCode: 0 };
  for (const line of Deno.readTextFileSync(new URL(name, GUEST_FOLDER)).split("\n")) {
    const match = COMMENT.exec(line);
    if (match === null) continue;
    const text = (match[2] ?? "") + "\n";
    if (match[1] === "expect") found.stdout += text;
    else if (match[1] === "stderr") found.stderr += text;
    else found.exitCode = Number(text);
  }
  return found;
}

/** A program with its expectations written behind it. */
export function withExpectations(source: string, { stdout, stderr, exitCode }: Expectations): string {
  const comments = [...commented("expect", stdout), ...commented("stderr", stderr)];
  if (exitCode !== 0) comments.push(`# exit: ${exitCode}`);
  return source + "\n" + comments.join("\n") + "\n";
}

function commented(kind: string, text: string): string[] {
  if (text === "") return [];
  return text.replace(/\n$/, "").split("\n").map((line) => line === "" ? `# ${kind}:` : `# ${kind}: ${line}`);
}

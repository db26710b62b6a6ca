import { deepStrictEqual as assertEquals, throws } from "node:assert";
import { absolutePath, errorNumber, FileError, HostFiles, MemoryFiles } from "../../../toolkit/host/capabilities.ts";

Deno.test("MemoryFiles hold files and the folders above them", () => {
  const files = new MemoryFiles({ "main.py": "print(1)", "/lib/a/b.py": new Uint8Array([1, 2]) });
  assertEquals(new TextDecoder().decode(files.read("/main.py")), "print(1)");
  assertEquals([...files.read("lib/../lib/a/./b.py")], [1, 2]);
  assertEquals([files.kind("/lib"), files.kind("/lib/a"), files.kind("/"), files.kind("/li"), files.kind("main.py")], [
    "directory",
    "directory",
    "directory",
    null,
    "file",
  ]);
  throws(() => files.read("/none"), (error) => error instanceof FileError && error.errno === 2);
  throws(() => files.read("/lib"), (error) => error instanceof FileError && error.errno === 21);
});

Deno.test("HostFiles turn errors of the machine into numbers", () => {
  const files = new HostFiles();
  const folder = Deno.makeTempDirSync();
  throws(() => files.read(folder + "/none"), (error) => error instanceof FileError && error.errno === 2);
  throws(() => files.read(folder), (error) => error instanceof FileError && error.errno === 21);
  assertEquals([files.kind(folder), files.kind(folder + "/none")], ["directory", null]);
  assertEquals(errorNumber(new Deno.errors.BrokenPipe("Broken pipe (os error 32)")), 32);
  assertEquals(errorNumber(new Error("No space left on device (os error 28)")), 28);
});

Deno.test("absolutePath resolves dots and stays below the root", () => {
  assertEquals(absolutePath("a/./b/../c", "/x"), "/x/a/c");
  assertEquals(absolutePath("../../../y", "/x"), "/y");
  assertEquals(absolutePath("/", "/x"), "/");
});

/**
 * Where the files of the project are. JavaScript, so that the built command line (`toolkit/bundle`) takes it as it is: from here, not from
 * the bundle, paths are relative to the project.
 */

const ROOT = new URL("../", import.meta.url);

/**
 * The URL of a file.
 * @param {string} path relative to the project
 */
export function projectUrl(path) {
  return new URL(path, ROOT);
}

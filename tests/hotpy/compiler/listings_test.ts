/** The code of every construct: source in, listing out (`fixtures/*.txt`). */

import { listingOf, readFixtures } from "./fixtures.ts";
import { expectText } from "./expect.ts";

for (const fixture of readFixtures()) {
  Deno.test(`compile ${fixture.file.replace(".txt", "")}: ${fixture.name}`, () => expectText(listingOf(fixture), fixture.listing));
}

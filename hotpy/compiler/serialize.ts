/**
 * Turns a tree of code units into the one byte string that the VM reads.
 *
 * Input: a `CodeUnit`; output: bytes. Little-endian. `v` is an unsigned LEB128 number (7 bits a byte, lowest first).
 *
 *     file      := "HPY1" strings code
 *     strings   := v:count string*                            each distinct string once
 *     string    := v:length u8:kind bytes[length]             UTF-8, lone surrogates encoded like any code point (surrogatepass);
 *                                                             kind & 3: widest character 0 ASCII, 1 Latin-1, 2 BMP, 3 beyond;
 *                                                             kind & 4: to be interned (names, and constants that look like names)
 *     code      := v:name v:qualname v:filename               indices of strings
 *                  v:firstLine v:flags
 *                  v:positionalOnlyCount v:positionalCount    (the latter includes the former, as co_argcount)
 *                  v:keywordOnlyCount v:stackSize
 *                  v:localCount (v:name u8:kind)*             local slots; kind bits as in hotpy/vm/bytecodes.md
 *                  v:freeCount v:name*                        free variables, in the order of the closure tuple
 *                  v:nameCount v:name*
 *                  v:constantCount constant*
 *                  v:siteCount v:delta*                       byte offsets of the site immediates of loop headers, each minus the one before
 *                  v:handlerCount (v:start v:length v:target v:depth)*   sorted by start, not overlapping
 *                  v:positionsSize bytes[positionsSize]
 *                  v:bytecodeSize bytes[bytecodeSize]
 *     constant  := u8:tag …
 *                  0 None, 1 False, 2 True, 3 Ellipsis
 *                  4 i32, 5 i64                               integers by size
 *                  6 u8:negative v:count u32[count]           larger: sign and magnitude in 32-bit digits, lowest first
 *                  7 f64, 8 f64:real f64:imag                 float, complex
 *                  9 v:string, 10 v:length bytes              str, bytes
 *                  11 v:count constant*                       tuple
 *                  12 v:count constant*                       frozenset (no duplicates)
 *                  13 code
 *                  14 constant constant constant              slice
 *     positions := entry*                                     in the order of the instructions, contiguous from offset 0
 *     entry     := v:size                                     bytes of bytecode it covers
 *                  v:zigzag(line delta)                       against the entry before (the first: against firstLine); see `no position`
 *                  v:(endLine - line) v:column v:endColumn    columns in characters from 0
 *                  no position: `v:0`, then v:size alone
 */

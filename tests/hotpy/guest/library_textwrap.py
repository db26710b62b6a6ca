import textwrap
s = "The quick brown fox jumped over the lazy dog and then ran far-away from the well-known big bad wolf.\nNew line\there."
for w in (10, 20, 33, 70): print(textwrap.wrap(s, w))
print(textwrap.fill(s, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(s, 30), textwrap.dedent("""\
    a
      b

    c"""), textwrap.indent("x\n\ny\n", "> "))
print(textwrap.wrap("aaaaaaaaaaaaaaaaaaaaaaaaa bb", 8), textwrap.wrap("", 5), textwrap.wrap("a  b   c", 4))

# expect: ['The quick', 'brown fox', 'jumped', 'over the', 'lazy dog', 'and then', 'ran far-', 'away from', 'the well-', 'known big', 'bad wolf.', 'New line', 'here.']
# expect: ['The quick brown fox', 'jumped over the lazy', 'dog and then ran', 'far-away from the', 'well-known big bad', 'wolf. New line', 'here.']
# expect: ['The quick brown fox jumped over', 'the lazy dog and then ran far-', 'away from the well-known big bad', 'wolf. New line        here.']
# expect: ['The quick brown fox jumped over the lazy dog and then ran far-away', 'from the well-known big bad wolf. New line        here.']
# expect: * The quick brown fox jumped
# expect:   over the lazy dog and then
# expect:   ran far-away from the well-
# expect:   known big bad wolf. New line
# expect:   here.
# expect: The quick brown fox [...] a
# expect:   b
# expect:
# expect: c > x
# expect:
# expect: > y
# expect:
# expect: ['aaaaaaaa', 'aaaaaaaa', 'aaaaaaaa', 'a bb'] [] ['a  b', 'c']

# SystemExit without a code ends with 0.
print("last words")
raise SystemExit
print("not reached")

# expect: last words

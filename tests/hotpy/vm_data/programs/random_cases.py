# Generated cases: slices, arithmetic, formats, searches, parsing.
import math
import sys


def show(f):
    try:
        print(ascii(f()))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ([b"hello!"[:], b"hello!"[:], b"hello!"[::-1], b"hello!"[-7:], b"hello!"[::7], b"hello!"[:-8], b"hello!"[:-5:-2], b"hello!"[8::-1]]))
show(lambda: ([b"hello!"[-6:-7:-1], b"hello!"[6:], b"hello!"[5::3], b"hello!"[::-3], b"hello!"[::3], b"hello!"[::2], b"hello!"[8:], b"hello!"[6:]]))
show(lambda: ([range(2,20,3)[6:], range(2,20,3)[0:9], range(2,20,3)[0:3:-7], range(2,20,3)[::-2], range(2,20,3)[-5::-7], range(2,20,3)[::3], range(2,20,3)[4:-1:-3], range(2,20,3)[::-1]]))
show(lambda: ([(0,1,2,3,4)[::1], (0,1,2,3,4)[:], (0,1,2,3,4)[:7], (0,1,2,3,4)[::7], (0,1,2,3,4)[::-1], (0,1,2,3,4)[:], (0,1,2,3,4)[::-3], (0,1,2,3,4)[:-3:-2]]))
show(lambda: ([b"hello!"[:], b"hello!"[::2], b"hello!"[1:], b"hello!"[-4:], b"hello!"[:-5:1], b"hello!"[:-7], b"hello!"[:], b"hello!"[8:]]))
show(lambda: ([(0,1,2,3,4)[::-3], (0,1,2,3,4)[::-3], (0,1,2,3,4)[5::2], (0,1,2,3,4)[::1], (0,1,2,3,4)[6:2:2], (0,1,2,3,4)[3:], (0,1,2,3,4)[4:], (0,1,2,3,4)[:3]]))
show(lambda: ([[0,1,2,3,4,5][::-7], [0,1,2,3,4,5][-5:6], [0,1,2,3,4,5][-5::2], [0,1,2,3,4,5][7:], [0,1,2,3,4,5][::], [0,1,2,3,4,5][-2::3], [0,1,2,3,4,5][-8:], [0,1,2,3,4,5][::]]))
show(lambda: ([range(10,-5,-2)[:-4:3], range(10,-5,-2)[:6], range(10,-5,-2)[:1:], range(10,-5,-2)[::-2], range(10,-5,-2)[::2], range(10,-5,-2)[:7:-2], range(10,-5,-2)[5::-1], range(10,-5,-2)[:]]))
show(lambda: ([[0,1,2,3,4,5][::-1], [0,1,2,3,4,5][:-3:2], [0,1,2,3,4,5][-5::3], [0,1,2,3,4,5][:], [0,1,2,3,4,5][-4:], [0,1,2,3,4,5][::-3], [0,1,2,3,4,5][-7::-7], [0,1,2,3,4,5][5::-2]]))
show(lambda: ([range(10,-5,-2)[::-2], range(10,-5,-2)[:], range(10,-5,-2)[:-5], range(10,-5,-2)[::3], range(10,-5,-2)[:], range(10,-5,-2)[::2], range(10,-5,-2)[:1:-2], range(10,-5,-2)[:7:2]]))
show(lambda: ([[0,1,2,3,4,5][:], [0,1,2,3,4,5][0::3], [0,1,2,3,4,5][::1], [0,1,2,3,4,5][7:-3:-7], [0,1,2,3,4,5][-6:4:7], [0,1,2,3,4,5][::3], [0,1,2,3,4,5][::-2], [0,1,2,3,4,5][:]]))
show(lambda: ([[][7:0:-2], [][::1], [][:1:1], [][::7], [][:-1], [][-2::2], [][::-2], [][0::]]))
show(lambda: ([[0,1,2,3,4,5][::3], [0,1,2,3,4,5][-8:7:], [0,1,2,3,4,5][-5:7], [0,1,2,3,4,5][-9:9], [0,1,2,3,4,5][::-3], [0,1,2,3,4,5][:5:1], [0,1,2,3,4,5][8::-7], [0,1,2,3,4,5][-7:7:]]))
show(lambda: (["aé日😀xyz"[::-1], "aé日😀xyz"[-2:], "aé日😀xyz"[:], "aé日😀xyz"[::-2], "aé日😀xyz"[::-2], "aé日😀xyz"[-6:-3:], "aé日😀xyz"[:], "aé日😀xyz"[:]]))
show(lambda: (["abcdefg"[:-7], "abcdefg"[:], "abcdefg"[::], "abcdefg"[:-5], "abcdefg"[:-6:-7], "abcdefg"[::-7], "abcdefg"[:0:-3], "abcdefg"[::-3]]))
show(lambda: ([[][:-9:-3], [][:3:7], [][::-2], [][::-1], [][:-9:], [][:], [][:-5], [][::7]]))
show(lambda: ([b"hello!"[:-1], b"hello!"[::7], b"hello!"[::-7], b"hello!"[:], b"hello!"[:-5:2], b"hello!"[::-3], b"hello!"[-1:], b"hello!"[:4:7]]))
show(lambda: ([range(2,20,3)[::-3], range(2,20,3)[-5:7], range(2,20,3)[::-7], range(2,20,3)[::-7], range(2,20,3)[::], range(2,20,3)[::3], range(2,20,3)[7:-6], range(2,20,3)[::3]]))
show(lambda: ([(0,1,2,3,4)[:], (0,1,2,3,4)[7:4], (0,1,2,3,4)[:0], (0,1,2,3,4)[:], (0,1,2,3,4)[:], (0,1,2,3,4)[::], (0,1,2,3,4)[:4], (0,1,2,3,4)[:]]))
show(lambda: ([[][:-2:-3], [][:-8:7], [][2::-2], [][:], [][::-2], [][-6:6:-1], [][:-8:7], [][:-9:1]]))
show(lambda: (["abcdefg"[:5], "abcdefg"[::], "abcdefg"[:0], "abcdefg"[::2], "abcdefg"[:], "abcdefg"[-6::-2], "abcdefg"[:-8:-3], "abcdefg"[::-7]]))
show(lambda: (["abcdefg"[::-7], "abcdefg"[:], "abcdefg"[:], "abcdefg"[::2], "abcdefg"[:], "abcdefg"[:], "abcdefg"[:], "abcdefg"[0:-5:-3]]))
show(lambda: ([""[2:-7:3], ""[:-7:], ""[:], ""[::-7], ""[::-1], ""[8::-2], ""[::3], ""[:]]))
show(lambda: ([(0,1,2,3,4)[:], (0,1,2,3,4)[7:-2], (0,1,2,3,4)[::-1], (0,1,2,3,4)[::1], (0,1,2,3,4)[-3:], (0,1,2,3,4)[2:], (0,1,2,3,4)[::-3], (0,1,2,3,4)[::-1]]))
show(lambda: (["abcdefg"[:], "abcdefg"[::2], "abcdefg"[:3:], "abcdefg"[-7:], "abcdefg"[:], "abcdefg"[0::1], "abcdefg"[2:], "abcdefg"[::2]]))


def case_1():
    a = [0, 1, 2, 3, 4, 5]
    a[::1] = [52, 60, 56, 51]
    return a


show(case_1)


def case_2():
    a = [0, 1, 2, 3, 4, 5]
    del a[::1]
    return a


show(case_2)


def case_3():
    a = [0, 1, 2, 3, 4]
    a[:] = [51]
    return a


show(case_3)


def case_4():
    a = [0, 1, 2, 3, 4]
    del a[:]
    return a


show(case_4)


def case_5():
    a = [0]
    a[::1] = [55, 50, 59]
    return a


show(case_5)


def case_6():
    a = [0]
    del a[::1]
    return a


show(case_6)


def case_7():
    a = [0, 1, 2, 3, 4, 5]
    a[-7:-4] = [59]
    return a


show(case_7)


def case_8():
    a = [0, 1, 2, 3, 4, 5]
    del a[-7:-4]
    return a


show(case_8)


def case_9():
    a = [0, 1, 2, 3, 4, 5]
    a[:-4:7] = [52, 56, 55, 51]
    return a


show(case_9)


def case_10():
    a = [0, 1, 2, 3, 4, 5]
    del a[:-4:7]
    return a


show(case_10)


def case_11():
    a = [0, 1]
    a[-2:] = []
    return a


show(case_11)


def case_12():
    a = [0, 1]
    del a[-2:]
    return a


show(case_12)


def case_13():
    a = [0, 1, 2, 3, 4]
    a[:5] = [60, 56]
    return a


show(case_13)


def case_14():
    a = [0, 1, 2, 3, 4]
    del a[:5]
    return a


show(case_14)


def case_15():
    a = [0, 1, 2, 3]
    a[:] = [58, 57, 52]
    return a


show(case_15)


def case_16():
    a = [0, 1, 2, 3]
    del a[:]
    return a


show(case_16)


def case_17():
    a = []
    a[-9::-7] = [57]
    return a


show(case_17)


def case_18():
    a = []
    del a[-9::-7]
    return a


show(case_18)


def case_19():
    a = [0, 1, 2, 3, 4, 5]
    a[::2] = [58, 58, 60]
    return a


show(case_19)


def case_20():
    a = [0, 1, 2, 3, 4, 5]
    del a[::2]
    return a


show(case_20)


def case_21():
    a = []
    a[-8:] = [58, 51]
    return a


show(case_21)


def case_22():
    a = []
    del a[-8:]
    return a


show(case_22)


def case_23():
    a = []
    a[:] = [51, 53, 52, 57]
    return a


show(case_23)


def case_24():
    a = []
    del a[:]
    return a


show(case_24)


def case_25():
    a = [0, 1, 2, 3]
    a[-4:] = [54, 52, 55, 59]
    return a


show(case_25)


def case_26():
    a = [0, 1, 2, 3]
    del a[-4:]
    return a


show(case_26)


def case_27():
    a = [0, 1, 2, 3]
    a[:-1] = [53, 59, 54]
    return a


show(case_27)


def case_28():
    a = [0, 1, 2, 3]
    del a[:-1]
    return a


show(case_28)


def case_29():
    a = [0, 1, 2, 3, 4, 5, 6, 7]
    a[::7] = [60]
    return a


show(case_29)


def case_30():
    a = [0, 1, 2, 3, 4, 5, 6, 7]
    del a[::7]
    return a


show(case_30)


def case_31():
    a = [0, 1, 2, 3]
    a[:] = []
    return a


show(case_31)


def case_32():
    a = [0, 1, 2, 3]
    del a[:]
    return a


show(case_32)


def case_33():
    a = [0, 1, 2, 3, 4]
    a[5:7] = []
    return a


show(case_33)


def case_34():
    a = [0, 1, 2, 3, 4]
    del a[5:7]
    return a


show(case_34)


def case_35():
    a = [0, 1, 2, 3]
    a[8:3] = [56, 55]
    return a


show(case_35)


def case_36():
    a = [0, 1, 2, 3]
    del a[8:3]
    return a


show(case_36)


def case_37():
    a = [0, 1]
    a[::1] = [58, 54]
    return a


show(case_37)


def case_38():
    a = [0, 1]
    del a[::1]
    return a


show(case_38)


def case_39():
    a = [0, 1, 2, 3]
    a[9:1:1] = [52]
    return a


show(case_39)


def case_40():
    a = [0, 1, 2, 3]
    del a[9:1:1]
    return a


show(case_40)


def case_41():
    a = [0, 1, 2, 3]
    a[:] = [57]
    return a


show(case_41)


def case_42():
    a = [0, 1, 2, 3]
    del a[:]
    return a


show(case_42)


def case_43():
    a = [0, 1, 2]
    a[::-2] = []
    return a


show(case_43)


def case_44():
    a = [0, 1, 2]
    del a[::-2]
    return a


show(case_44)


def case_45():
    a = [0, 1, 2, 3, 4, 5, 6, 7]
    a[2::3] = [55]
    return a


show(case_45)


def case_46():
    a = [0, 1, 2, 3, 4, 5, 6, 7]
    del a[2::3]
    return a


show(case_46)


def case_47():
    a = [0, 1, 2, 3, 4, 5, 6]
    a[:] = [51, 51, 60]
    return a


show(case_47)


def case_48():
    a = [0, 1, 2, 3, 4, 5, 6]
    del a[:]
    return a


show(case_48)


def case_49():
    a = [0, 1]
    a[:] = [59, 60]
    return a


show(case_49)


def case_50():
    a = [0, 1]
    del a[:]
    return a


show(case_50)


def case_51():
    return (7 + 3, 7 - 3, 7 * 3, 7 // 3, 7 % 3, divmod(7, 3), 7 & 3, 7 | 3, 7 ^ 3, 7 << 70, 7 >> 70, ~7, 7 < 3, 7 == 3, 7 / 3, float(7), hex(7), 7 .bit_length(), pow(7, 3, 3))


show(case_51)


def case_52():
    return (10 + -7, 10 - -7, 10 * -7, 10 // -7, 10 % -7, divmod(10, -7), 10 & -7, 10 | -7, 10 ^ -7, 10 << 4, 10 >> 4, ~10, 10 < -7, 10 == -7, 10 / -7, float(10), hex(10), 10 .bit_length(), pow(10, 0, -7))


show(case_52)


def case_53():
    return (7 + 7, 7 - 7, 7 * 7, 7 // 7, 7 % 7, divmod(7, 7), 7 & 7, 7 | 7, 7 ^ 7, 7 << 20, 7 >> 20, ~7, 7 < 7, 7 == 7, 7 / 7, float(7), hex(7), 7 .bit_length(), pow(7, 5, 7))


show(case_53)


def case_54():
    return (-7 + 3, -7 - 3, -7 * 3, -7 // 3, -7 % 3, divmod(-7, 3), -7 & 3, -7 | 3, -7 ^ 3, -7 << 3, -7 >> 3, ~-7, -7 < 3, -7 == 3, -7 / 3, float(-7), hex(-7), (-7).bit_length(), pow(-7, 0, 3))


show(case_54)


def case_55():
    return (1 + -1, 1 - -1, 1 * -1, 1 // -1, 1 % -1, divmod(1, -1), 1 & -1, 1 | -1, 1 ^ -1, 1 << 46, 1 >> 46, ~1, 1 < -1, 1 == -1, 1 / -1, float(1), hex(1), 1 .bit_length(), pow(1, 3, -1))


show(case_55)


def case_56():
    return (7 + 1, 7 - 1, 7 * 1, 7 // 1, 7 % 1, divmod(7, 1), 7 & 1, 7 | 1, 7 ^ 1, 7 << 4, 7 >> 4, ~7, 7 < 1, 7 == 1, 7 / 1, float(7), hex(7), 7 .bit_length(), pow(7, 1, 1))


show(case_56)


def case_57():
    return (7 + -7, 7 - -7, 7 * -7, 7 // -7, 7 % -7, divmod(7, -7), 7 & -7, 7 | -7, 7 ^ -7, 7 << 12, 7 >> 12, ~7, 7 < -7, 7 == -7, 7 / -7, float(7), hex(7), 7 .bit_length(), pow(7, 3, -7))


show(case_57)


def case_58():
    return (255 + -1, 255 - -1, 255 * -1, 255 // -1, 255 % -1, divmod(255, -1), 255 & -1, 255 | -1, 255 ^ -1, 255 << 36, 255 >> 36, ~255, 255 < -1, 255 == -1, 255 / -1, float(255), hex(255), 255 .bit_length(), pow(255, 2, -1))


show(case_58)
show(lambda: (format(123.456, '=-12_.10F')))
show(lambda: ('%+.1f' % 123.456))
show(lambda: (format(1e16, '<+05.1E')))
show(lambda: ('%-05.0e' % 1e16))
show(lambda: (format(9007199254740993.0, '<-#0.3G')))
show(lambda: ('% 12.15g' % 9007199254740993.0))
show(lambda: (format(1e308, '+z#5,.17G')))
show(lambda: ('% 12.15G' % 1e308))
show(lambda: (format(float('inf'), '>+#012,.17e')))
show(lambda: ('%-0.3G' % float('inf')))
show(lambda: (format(99999.5, '^-z#0_.3n')))
show(lambda: ('%+12.1e' % 99999.5))
show(lambda: (format(1e100, 'x=#5_.0n')))
show(lambda: ('%#.10E' % 1e100))
show(lambda: (format(1/3, '> #020_.3g')))
show(lambda: ('%+5.10e' % 1/3))
show(lambda: (format(999999.5, '*<z#020e')))
show(lambda: ('%-05.15G' % 999999.5))
show(lambda: (format(0.000123456, '*<-020_.0G')))
show(lambda: ('%+0.0f' % 0.000123456))
show(lambda: (format(float('inf'), '<+z12_.17G')))
show(lambda: ('%+05.10G' % float('inf')))
show(lambda: (format(1.5, 'x=-#012,.17f')))
show(lambda: ('%+0.15g' % 1.5))
show(lambda: (format(123456789.987654321, '>-z#020_.17e')))
show(lambda: ('%#.1E' % 123456789.987654321))
show(lambda: (format(-0.0, '<-#E')))
show(lambda: ('%012F' % -0.0))
show(lambda: (format(1.5, '>+z#5,.10f')))
show(lambda: ('%-12.10G' % 1.5))
show(lambda: (format(-1e-7, '=+z20_n')))
show(lambda: ('%-5.3f' % -1e-7))
show(lambda: (format(-1e-7, '^ z020.17%')))
show(lambda: ('% 5.0F' % -1e-7))
show(lambda: (format(1e22, '+z#012,.1G')))
show(lambda: ('%-012f' % 1e22))
show(lambda: (format(9007199254740993.0, '*<0_.3%')))
show(lambda: ('%+.0G' % 9007199254740993.0))
show(lambda: (format(5e-324, '^-#020_.10g')))
show(lambda: ('%05.1E' % 5e-324))
show(lambda: (format(1e16, '-z#020,.10E')))
show(lambda: ('%#05.0G' % 1e16))
show(lambda: (format(2.5, '<-#05_.17e')))
show(lambda: ('%5.15F' % 2.5))
show(lambda: (format(1e100, ' z.3')))
show(lambda: ('%#012.10E' % 1e100))
show(lambda: (format(1e22, '^05.17f')))
show(lambda: ('%5G' % 1e22))
show(lambda: (format(0.0, '*<+z#05,F')))
show(lambda: ('%5.10G' % 0.0))
show(lambda: (format(2/3, ' 020,')))
show(lambda: ('%-012.10G' % 2/3))
show(lambda: (format(1.5, 'x= 05.17')))
show(lambda: ('%-0G' % 1.5))
show(lambda: (format(0.000123456, '<20.1g')))
show(lambda: ('%+012.15f' % 0.000123456))
show(lambda: (format(-0.0, '*<+#020_.1')))
show(lambda: ('%e' % -0.0))
show(lambda: (format(9007199254740993.0, '< z#20_F')))
show(lambda: ('%#12.15E' % 9007199254740993.0))
show(lambda: (format(2.5, '^+#20,.3%')))
show(lambda: ('%012.1g' % 2.5))
show(lambda: (format(1e16, '-020.3G')))
show(lambda: ('%-012.0E' % 1e16))
show(lambda: (format(1e-5, '-z#05_E')))
show(lambda: ('%+12.0g' % 1e-5))
show(lambda: (format(float('nan'), 'x=-#05_.0E')))
show(lambda: ('%12.3E' % float('nan')))
show(lambda: (format(99999.5, '>-#0_.1e')))
show(lambda: ('% 5.10F' % 99999.5))
show(lambda: (format(1e16, '*< 5.0E')))
show(lambda: ('%#12.10g' % 1e16))
show(lambda: (format(1e100, '^+#0,.17%')))
show(lambda: ('%-.1F' % 1e100))
show(lambda: (format(0.0, '*<-5_.3g')))
show(lambda: ('%05.3e' % 0.0))
show(lambda: (format(1e308, '^-#5,')))
show(lambda: ('%.10g' % 1e308))
show(lambda: (format(99999.5, 'x= #,.1g')))
show(lambda: ('%-12.10E' % 99999.5))
show(lambda: (format(-2.5, 'x=+z5.1F')))
show(lambda: ('%12e' % -2.5))
show(lambda: (format(1e16, 'x=0.17E')))
show(lambda: ('%+012E' % 1e16))
show(lambda: (format(1e-4, '*<-z020,.0%')))
show(lambda: ('% .15e' % 1e-4))
show(lambda: (format(1e308, '>12_.0%')))
show(lambda: ('%-5G' % 1e308))
show(lambda: (format(1.0, 'x=-z0_.1f')))
show(lambda: ('%#.15e' % 1.0))
show(lambda: (format(-2.5, 'x=+z020,.0f')))
show(lambda: ('%5.10g' % -2.5))
show(lambda: (format(1e-4, '^-z020,f')))
show(lambda: ('%#0.15G' % 1e-4))
show(lambda: (format(123.456, 'x=-#12,.1g')))
show(lambda: ('% .3g' % 123.456))
show(lambda: (format(5e-324, '^z20_.1n')))
show(lambda: ('%+5F' % 5e-324))
show(lambda: (format(1e-5, '^-z05,.10f')))
show(lambda: ('%+.10f' % 1e-5))
show(lambda: (format(99999.5, '^+012.0f')))
show(lambda: ('% 12.1f' % 99999.5))
show(lambda: (format(0.0, '< #012_.3e')))
show(lambda: ('%5.3f' % 0.0))
show(lambda: (format(0.000123456, '=+#5_.1')))
show(lambda: ('%#12.3F' % 0.000123456))
show(lambda: (format(1.0, '<-#0,%')))
show(lambda: ('%+012F' % 1.0))
show(lambda: (format(float('nan'), '^5E')))
show(lambda: ('%012e' % float('nan')))
show(lambda: (format(0.1, '>-#20.1e')))
show(lambda: ('%+.1e' % 0.1))
show(lambda: (format(1e308, 'x=-20.10g')))
show(lambda: ('% .15F' % 1e308))
show(lambda: (format(1e308, '0^+#0,F')))
show(lambda: ('%#5.0g' % 1e308))
show(lambda: (format(99999.5, '0^-z05_.1g')))
show(lambda: ('%-012.15e' % 99999.5))
show(lambda: (format(123456789.987654321, '<+#05_.17')))
show(lambda: ('% .3E' % 123456789.987654321))
show(lambda: (format(float('inf'), 'x=012_.10')))
show(lambda: ('%-5F' % float('inf')))
show(lambda: (format(0.0, '0^+#12,.17f')))
show(lambda: ('%-.10F' % 0.0))
show(lambda: (format(1e16, '< #5,.3E')))
show(lambda: ('%0.15e' % 1e16))
show(lambda: (format(999999.5, '= #12,.10E')))
show(lambda: ('%+05.1e' % 999999.5))
show(lambda: (format(1e10, '*<+#0,.0g')))
show(lambda: ('%#12.1E' % 1e10))
show(lambda: (format(1e16, '=+z5_F')))
show(lambda: ('%+012F' % 1e16))
show(lambda: (format(1e100, 'x=-20,.17F')))
show(lambda: ('%+12.0F' % 1e100))
show(lambda: (format(1e22, '=z#20G')))
show(lambda: ('%#012E' % 1e22))
show(lambda: (format(1e100, '^ z020_.3E')))
show(lambda: ('%#5.1E' % 1e100))
show(lambda: (format(0.5, '0^-#020,.0n')))
show(lambda: ('%0.3F' % 0.5))
show(lambda: (format(9223372036854775807, '=+012_X')))
show(lambda: ('%#.10d' % (9223372036854775807,)))
show(lambda: (format(0, '-#012_g')))
show(lambda: ('%-012.10X' % (0,)))
show(lambda: (format(9223372036854775808, '^#0_d')))
show(lambda: ('%#0X' % (9223372036854775808,)))
show(lambda: (format(4611686018427387904, '= 30,c')))
show(lambda: ('%+012.3c' % (4611686018427387904,)))
show(lambda: (format(1000000000000000000, '*<012,d')))
show(lambda: ('%012.0d' % (1000000000000000000,)))
show(lambda: (format(717897987691852588770249, '^-#12_X')))
show(lambda: ('%#0.10i' % (717897987691852588770249,)))
show(lambda: (format(1, '*<#30')))
show(lambda: ('%012x' % (1,)))
show(lambda: (format(9223372036854775807, '0^5e')))
show(lambda: ('%#012.3c' % (9223372036854775807,)))
show(lambda: (format(-1000000000000000000, '=+0x')))
show(lambda: ('%#012d' % (-1000000000000000000,)))
show(lambda: (format(7, '+#030n')))
show(lambda: ('%12.3i' % (7,)))
show(lambda: (format(True, '<-#,n')))
show(lambda: ('%-12x' % (True,)))
show(lambda: (format(255, '> 5,g')))
show(lambda: ('%5o' % (255,)))
show(lambda: (format(2147483648, '<+5,')))
show(lambda: ('%+05.10o' % (2147483648,)))
show(lambda: (format(-2147483648, '>05,o')))
show(lambda: ('%-012.10d' % (-2147483648,)))
show(lambda: (format(2147483648, '+030')))
show(lambda: ('%05.3d' % (2147483648,)))
show(lambda: (format(-140737488355329, '= #0c')))
show(lambda: ('%#12.0X' % (-140737488355329,)))
show(lambda: (format(255, '>-#30o')))
show(lambda: ('%5.0i' % (255,)))
show(lambda: (format(True, '<05_e')))
show(lambda: ('%+0.0x' % (True,)))
show(lambda: (format(4611686018427387904, '< #12,f')))
show(lambda: ('% .10c' % (4611686018427387904,)))
show(lambda: (format(-7, '*<-#05,g')))
show(lambda: ('%#0.0d' % (-7,)))
show(lambda: (format(12345678901234567890123, '=#0_%')))
show(lambda: ('%+5X' % (12345678901234567890123,)))
show(lambda: (format(True, '+05_d')))
show(lambda: ('%-12.3o' % (True,)))
show(lambda: (format(42, '^+0o')))
show(lambda: ('%+12.10x' % (42,)))
show(lambda: (format(4611686018427387904, '> 05b')))
show(lambda: ('%#5c' % (4611686018427387904,)))
show(lambda: (format(True, '*< 012_d')))
show(lambda: ('%+5x' % (True,)))
show(lambda: (format(-1000000000000000000000000000000, '*<+0_x')))
show(lambda: ('%-0.3i' % (-1000000000000000000000000000000,)))
show(lambda: (format(9223372036854775807, '*<#5_e')))
show(lambda: ('%#05.10c' % (9223372036854775807,)))
show(lambda: (format(12345678901234567890123, '=-12g')))
show(lambda: ('%d' % (12345678901234567890123,)))
show(lambda: (format(-140737488355329, '<-030_g')))
show(lambda: ('% 5x' % (-140737488355329,)))
show(lambda: (format(-9223372036854775808, '>-#5,n')))
show(lambda: ('%#0.10i' % (-9223372036854775808,)))
show(lambda: (format(1, '*<-5_o')))
show(lambda: ('% .0x' % (1,)))
show(lambda: (format(4611686018427387904, '>05n')))
show(lambda: ('%+012.10i' % (4611686018427387904,)))
show(lambda: (format(True, '<#12_o')))
show(lambda: ('%+12.0o' % (True,)))
show(lambda: (format(1000000000000000000000000000000, '<-05_n')))
show(lambda: ('%+12.10X' % (1000000000000000000000000000000,)))
show(lambda: (format(255, '-030')))
show(lambda: ('%5.3i' % (255,)))
show(lambda: (format(7, '*<-#5,e')))
show(lambda: ('%+012.3x' % (7,)))
show(lambda: (format(10, '=30,d')))
show(lambda: ('%#12.3d' % (10,)))
show(lambda: (format(717897987691852588770249, '> #12b')))
show(lambda: ('%-12.3c' % (717897987691852588770249,)))
show(lambda: (format(-1000000000000000000000000000000, '*<-5_')))
show(lambda: ('%5.0x' % (-1000000000000000000000000000000,)))
show(lambda: (format(4611686018427387904, '<+012,x')))
show(lambda: ('%#5.0x' % (4611686018427387904,)))
show(lambda: (format(-7, '=-#d')))
show(lambda: ('%-0.0X' % (-7,)))
show(lambda: (format(-9223372036854775808, '>+#5_X')))
show(lambda: ('%+.10c' % (-9223372036854775808,)))
show(lambda: (format(9223372036854775807, '#05%')))
show(lambda: ('%#o' % (9223372036854775807,)))
show(lambda: (format(1000000000000000000, '>+#_%')))
show(lambda: ('%-05X' % (1000000000000000000,)))
show(lambda: (format(0, '*<+012e')))
show(lambda: ('%#12.0X' % (0,)))
show(lambda: (format(-1, '=-#05,g')))
show(lambda: ('%-.3o' % (-1,)))
show(lambda: (format(12345678901234567890123, '^ #05,b')))
show(lambda: ('%#012i' % (12345678901234567890123,)))
show(lambda: (format(2147483648, '*< 12_g')))
show(lambda: ('%-05.0o' % (2147483648,)))
show(lambda: (format(9223372036854775808, '>-5f')))
show(lambda: ('%-.3c' % (9223372036854775808,)))
show(lambda: (format(7, '<-#30f')))
show(lambda: ('%-12X' % (7,)))
show(lambda: (format(12345678901234567890123, ' ,n')))
show(lambda: ('%-012.0i' % (12345678901234567890123,)))
show(lambda: (format(1000000000000000000000000000000, '>0,X')))
show(lambda: ('%5d' % (1000000000000000000000000000000,)))
show(lambda: (format(True, '=+#0_x')))
show(lambda: ('%-0.0o' % (True,)))
show(lambda: (format(7, '*<-012_n')))
show(lambda: ('%5i' % (7,)))
show(lambda: (format(4611686018427387904, '=-#12b')))
show(lambda: ('%#05d' % (4611686018427387904,)))
show(lambda: (format(12345678901234567890123, '<-#30g')))
show(lambda: ('%+0X' % (12345678901234567890123,)))
show(lambda: (format(7, '-12_n')))
show(lambda: ('%-0.3o' % (7,)))
show(lambda: (format(True, '0^-#,x')))
show(lambda: ('%+012.10d' % (True,)))
show(lambda: (format(1, '+#05_e')))
show(lambda: ('%-0x' % (1,)))
show(lambda: (format(-140737488355329, '=+#x')))
show(lambda: ('%#12.10x' % (-140737488355329,)))
show(lambda: (format("hello world", '>05s')))
show(lambda: (format("hello world", '^.0s')))
show(lambda: (format("abc", '0^12.0s')))
show(lambda: (format("hello world", '^12.1s')))
show(lambda: (format("é日", '0^12')))
show(lambda: (format("hello world", '0^5.1')))
show(lambda: (format("é日", '0^5.1s')))
show(lambda: (format("é日", '^05s')))
show(lambda: (format("", 'é>012.1')))
show(lambda: (format("é日", '^.0')))
show(lambda: (format("hello world", '>05.10s')))
show(lambda: (format("é日", '*<.1s')))
show(lambda: (format("", '0^0.0')))
show(lambda: (format("é日", '^05.1s')))
show(lambda: (format("abc", 'é>05.0s')))
show(lambda: (format("", '*<.1')))
show(lambda: (format("abc", '<5.3')))
show(lambda: (format("", 'é>.0')))
show(lambda: (format("é日", '*<s')))
show(lambda: (format("é日", '5.10')))
show(lambda: (format("", '5.1')))
show(lambda: (format("hello world", '>0s')))
show(lambda: (format("abc", '05.10s')))
show(lambda: (format("", '>.1s')))
show(lambda: (format("abc", '>0')))
show(lambda: (format("é日", '<12s')))
show(lambda: (format("", '>012.10')))
show(lambda: (format("", '<012.3')))
show(lambda: (format("", '0^012.1s')))
show(lambda: (format("", '<0.10s')))
show(lambda: ("aXbXc".split("é",-1), "aXbXc".rsplit("é",-1), "aXbXc".partition("é"), "aXbXc".rpartition("é")))
show(lambda: ("abcabc".split("abcabcx",3), "abcabc".rsplit("abcabcx",3), "abcabc".partition("abcabcx"), "abcabc".rpartition("abcabcx")))
show(lambda: ("日本日本".split("",3), "日本日本".rsplit("",3), "日本日本".partition(""), "日本日本".rpartition("")))
show(lambda: ("aaaa".split("X",-1), "aaaa".rsplit("X",-1), "aaaa".partition("X"), "aaaa".rpartition("X")))
show(lambda: ("aaaa".split("",1), "aaaa".rsplit("",1), "aaaa".partition(""), "aaaa".rpartition("")))
show(lambda: ("Hello World".split("aa",-1), "Hello World".rsplit("aa",-1), "Hello World".partition("aa"), "Hello World".rpartition("aa")))
show(lambda: ("abcabc".split("b",0), "abcabc".rsplit("b",0), "abcabc".partition("b"), "abcabc".rpartition("b")))
show(lambda: ("Hello World".split("日",1), "Hello World".rsplit("日",1), "Hello World".partition("日"), "Hello World".rpartition("日")))
show(lambda: ("abcabc".split("ab",1), "abcabc".rsplit("ab",1), "abcabc".partition("ab"), "abcabc".rpartition("ab")))
show(lambda: ("é日é".split("é",2), "é日é".rsplit("é",2), "é日é".partition("é"), "é日é".rpartition("é")))
show(lambda: ("é日é".split("abcabcx",0), "é日é".rsplit("abcabcx",0), "é日é".partition("abcabcx"), "é日é".rpartition("abcabcx")))
show(lambda: ("".split("ab",2), "".rsplit("ab",2), "".partition("ab"), "".rpartition("ab")))
show(lambda: ("é日é".split("X",3), "é日é".rsplit("X",3), "é日é".partition("X"), "é日é".rpartition("X")))
show(lambda: ("abcabc".split("",0), "abcabc".rsplit("",0), "abcabc".partition(""), "abcabc".rpartition("")))
show(lambda: ("Hello World".split("X",0), "Hello World".rsplit("X",0), "Hello World".partition("X"), "Hello World".rpartition("X")))
show(lambda: ("abcabc".split("X",1), "abcabc".rsplit("X",1), "abcabc".partition("X"), "abcabc".rpartition("X")))
show(lambda: ("aXbXc".split("X",2), "aXbXc".rsplit("X",2), "aXbXc".partition("X"), "aXbXc".rpartition("X")))
show(lambda: ("aaaa".split("日",0), "aaaa".rsplit("日",0), "aaaa".partition("日"), "aaaa".rpartition("日")))
show(lambda: ("abcabc".split("a",-1), "abcabc".rsplit("a",-1), "abcabc".partition("a"), "abcabc".rpartition("a")))
show(lambda: ("abcabc".split("a",-1), "abcabc".rsplit("a",-1), "abcabc".partition("a"), "abcabc".rpartition("a")))
show(lambda: ("ab\tcd\n".split("X",0), "ab\tcd\n".rsplit("X",0), "ab\tcd\n".partition("X"), "ab\tcd\n".rpartition("X")))
show(lambda: ("é日é".split(" ",1), "é日é".rsplit(" ",1), "é日é".partition(" "), "é日é".rpartition(" ")))
show(lambda: ("ab\tcd\n".split("b",-1), "ab\tcd\n".rsplit("b",-1), "ab\tcd\n".partition("b"), "ab\tcd\n".rpartition("b")))
show(lambda: ("".split("X",-1), "".rsplit("X",-1), "".partition("X"), "".rpartition("X")))
show(lambda: ("abcabc".split("",3), "abcabc".rsplit("",3), "abcabc".partition(""), "abcabc".rpartition("")))
show(lambda: ("aaaa".split("ab",2), "aaaa".rsplit("ab",2), "aaaa".partition("ab"), "aaaa".rpartition("ab")))
show(lambda: ("日本日本".split("ab",1), "日本日本".rsplit("ab",1), "日本日本".partition("ab"), "日本日本".rpartition("ab")))
show(lambda: ("Hello World".split("日",0), "Hello World".rsplit("日",0), "Hello World".partition("日"), "Hello World".rpartition("日")))
show(lambda: ("Hello World".split("日",0), "Hello World".rsplit("日",0), "Hello World".partition("日"), "Hello World".rpartition("日")))
show(lambda: ("日本日本".split("ab",0), "日本日本".rsplit("ab",0), "日本日本".partition("ab"), "日本日本".rpartition("ab")))
show(lambda: ("aXbXc".split("b",2), "aXbXc".rsplit("b",2), "aXbXc".partition("b"), "aXbXc".rpartition("b")))
show(lambda: ("日本日本".split("é",3), "日本日本".rsplit("é",3), "日本日本".partition("é"), "日本日本".rpartition("é")))
show(lambda: ("abcabc".split("aa",0), "abcabc".rsplit("aa",0), "abcabc".partition("aa"), "abcabc".rpartition("aa")))
show(lambda: ("Hello World".split("é",1), "Hello World".rsplit("é",1), "Hello World".partition("é"), "Hello World".rpartition("é")))
show(lambda: ("aaaa".split("b",1), "aaaa".rsplit("b",1), "aaaa".partition("b"), "aaaa".rpartition("b")))
show(lambda: ("ab\tcd\n".split("é",0), "ab\tcd\n".rsplit("é",0), "ab\tcd\n".partition("é"), "ab\tcd\n".rpartition("é")))
show(lambda: ("aXbXc".split(" ",0), "aXbXc".rsplit(" ",0), "aXbXc".partition(" "), "aXbXc".rpartition(" ")))
show(lambda: ("aaaa".split("",0), "aaaa".rsplit("",0), "aaaa".partition(""), "aaaa".rpartition("")))
show(lambda: ("abcabc".split("é",-1), "abcabc".rsplit("é",-1), "abcabc".partition("é"), "abcabc".rpartition("é")))
show(lambda: ("Hello World".split("X",1), "Hello World".rsplit("X",1), "Hello World".partition("X"), "Hello World".rpartition("X")))
show(lambda: ("aaaa".split(" ",-1), "aaaa".rsplit(" ",-1), "aaaa".partition(" "), "aaaa".rpartition(" ")))
show(lambda: ("".split("日",2), "".rsplit("日",2), "".partition("日"), "".rpartition("日")))
show(lambda: ("ab\tcd\n".split("X",0), "ab\tcd\n".rsplit("X",0), "ab\tcd\n".partition("X"), "ab\tcd\n".rpartition("X")))
show(lambda: ("aaaa".split("aa",3), "aaaa".rsplit("aa",3), "aaaa".partition("aa"), "aaaa".rpartition("aa")))
show(lambda: ("aaaa".split("日",-1), "aaaa".rsplit("日",-1), "aaaa".partition("日"), "aaaa".rpartition("日")))
show(lambda: ("".split("a",3), "".rsplit("a",3), "".partition("a"), "".rpartition("a")))
show(lambda: ("".split("é",2), "".rsplit("é",2), "".partition("é"), "".rpartition("é")))
show(lambda: ("aXbXc".split(" ",0), "aXbXc".rsplit(" ",0), "aXbXc".partition(" "), "aXbXc".rpartition(" ")))
show(lambda: ("Hello World".split("ab",2), "Hello World".rsplit("ab",2), "Hello World".partition("ab"), "Hello World".rpartition("ab")))
show(lambda: ("Hello World".split("é",2), "Hello World".rsplit("é",2), "Hello World".partition("é"), "Hello World".rpartition("é")))
show(lambda: ("".split("é",3), "".rsplit("é",3), "".partition("é"), "".rpartition("é")))
show(lambda: ("é日é".split("abcabcx",1), "é日é".rsplit("abcabcx",1), "é日é".partition("abcabcx"), "é日é".rpartition("abcabcx")))
show(lambda: ("aXbXc".split("b",3), "aXbXc".rsplit("b",3), "aXbXc".partition("b"), "aXbXc".rpartition("b")))
show(lambda: ("Hello World".split("aa",2), "Hello World".rsplit("aa",2), "Hello World".partition("aa"), "Hello World".rpartition("aa")))
show(lambda: ("Hello World".split("日",2), "Hello World".rsplit("日",2), "Hello World".partition("日"), "Hello World".rpartition("日")))
show(lambda: ("Hello World".split("aa",0), "Hello World".rsplit("aa",0), "Hello World".partition("aa"), "Hello World".rpartition("aa")))
show(lambda: ("Hello World".split(" ",2), "Hello World".rsplit(" ",2), "Hello World".partition(" "), "Hello World".rpartition(" ")))
show(lambda: ("ab\tcd\n".split("b",3), "ab\tcd\n".rsplit("b",3), "ab\tcd\n".partition("b"), "ab\tcd\n".rpartition("b")))
show(lambda: ("abcabc".split("b",3), "abcabc".rsplit("b",3), "abcabc".partition("b"), "abcabc".rpartition("b")))
show(lambda: ("ab\tcd\n".split("a",-1), "ab\tcd\n".rsplit("a",-1), "ab\tcd\n".partition("a"), "ab\tcd\n".rpartition("a")))
show(lambda: ("日本日本".split("日",-1), "日本日本".rsplit("日",-1), "日本日本".partition("日"), "日本日本".rpartition("日")))
show(lambda: ("  ab  c ".split("é",-1), "  ab  c ".rsplit("é",-1), "  ab  c ".partition("é"), "  ab  c ".rpartition("é")))
show(lambda: ("  ab  c ".split(" ",1), "  ab  c ".rsplit(" ",1), "  ab  c ".partition(" "), "  ab  c ".rpartition(" ")))
show(lambda: ("Hello World".split("ab",2), "Hello World".rsplit("ab",2), "Hello World".partition("ab"), "Hello World".rpartition("ab")))
show(lambda: ("abcabc".split("ab",2), "abcabc".rsplit("ab",2), "abcabc".partition("ab"), "abcabc".rpartition("ab")))
show(lambda: ("日本日本".split("ab",-1), "日本日本".rsplit("ab",-1), "日本日本".partition("ab"), "日本日本".rpartition("ab")))
show(lambda: ("é日é".split(" ",3), "é日é".rsplit(" ",3), "é日é".partition(" "), "é日é".rpartition(" ")))
show(lambda: ("  ab  c ".split("é",3), "  ab  c ".rsplit("é",3), "  ab  c ".partition("é"), "  ab  c ".rpartition("é")))
show(lambda: ("abcabc".split("é",3), "abcabc".rsplit("é",3), "abcabc".partition("é"), "abcabc".rpartition("é")))
show(lambda: ("aaaa".split("a",1), "aaaa".rsplit("a",1), "aaaa".partition("a"), "aaaa".rpartition("a")))
show(lambda: ("é日é".split("",2), "é日é".rsplit("",2), "é日é".partition(""), "é日é".rpartition("")))
show(lambda: ("é日é".split("",-1), "é日é".rsplit("",-1), "é日é".partition(""), "é日é".rpartition("")))
show(lambda: ("abcabc".split("X",-1), "abcabc".rsplit("X",-1), "abcabc".partition("X"), "abcabc".rpartition("X")))
show(lambda: ("日本日本".split("X",0), "日本日本".rsplit("X",0), "日本日本".partition("X"), "日本日本".rpartition("X")))
show(lambda: ("日本日本".split("X",-1), "日本日本".rsplit("X",-1), "日本日本".partition("X"), "日本日本".rpartition("X")))
show(lambda: ("ab\tcd\n".split("b",2), "ab\tcd\n".rsplit("b",2), "ab\tcd\n".partition("b"), "ab\tcd\n".rpartition("b")))
show(lambda: ("é日é".split("ab",-1), "é日é".rsplit("ab",-1), "é日é".partition("ab"), "é日é".rpartition("ab")))
show(lambda: ("  ab  c ".split("a",0), "  ab  c ".rsplit("a",0), "  ab  c ".partition("a"), "  ab  c ".rpartition("a")))
show(lambda: ("aaaa".split(" ",1), "aaaa".rsplit(" ",1), "aaaa".partition(" "), "aaaa".rpartition(" ")))
show(lambda: ("日本日本".split("",-1), "日本日本".rsplit("",-1), "日本日本".partition(""), "日本日本".rpartition("")))
show(lambda: (round(1e-4,9), repr(1e-4), str(1e-4*3), (1e-4).is_integer(), (1e-4)//0.7, (1e-4)%0.7, divmod(1e-4,-1.3), (1e-4)<1, (1e-4)==1, (1e-4)>2**60, hash(1e-4)==hash(1e-4)))
show(lambda: (round(1.5,6), repr(1.5), str(1.5*3), (1.5).is_integer(), (1.5)//0.7, (1.5)%0.7, divmod(1.5,-1.3), (1.5)<1, (1.5)==1, (1.5)>2**60, hash(1.5)==hash(1.5)))
show(lambda: (round(1e10,-1), repr(1e10), str(1e10*3), (1e10).is_integer(), (1e10)//0.7, (1e10)%0.7, divmod(1e10,-1.3), (1e10)<1, (1e10)==1, (1e10)>2**60, hash(1e10)==hash(1e10)))
show(lambda: (round(123.456,11), repr(123.456), str(123.456*3), (123.456).is_integer(), (123.456)//0.7, (123.456)%0.7, divmod(123.456,-1.3), (123.456)<1, (123.456)==1, (123.456)>2**60, hash(123.456)==hash(123.456)))
show(lambda: (round(1.5,2), repr(1.5), str(1.5*3), (1.5).is_integer(), (1.5)//0.7, (1.5)%0.7, divmod(1.5,-1.3), (1.5)<1, (1.5)==1, (1.5)>2**60, hash(1.5)==hash(1.5)))
show(lambda: (round(5e-324,7), repr(5e-324), str(5e-324*3), (5e-324).is_integer(), (5e-324)//0.7, (5e-324)%0.7, divmod(5e-324,-1.3), (5e-324)<1, (5e-324)==1, (5e-324)>2**60, hash(5e-324)==hash(5e-324)))
show(lambda: (round(0.000123456,9), repr(0.000123456), str(0.000123456*3), (0.000123456).is_integer(), (0.000123456)//0.7, (0.000123456)%0.7, divmod(0.000123456,-1.3), (0.000123456)<1, (0.000123456)==1, (0.000123456)>2**60, hash(0.000123456)==hash(0.000123456)))
show(lambda: (round(0.1,-2), repr(0.1), str(0.1*3), (0.1).is_integer(), (0.1)//0.7, (0.1)%0.7, divmod(0.1,-1.3), (0.1)<1, (0.1)==1, (0.1)>2**60, hash(0.1)==hash(0.1)))
show(lambda: (round(-1e-7,8), repr(-1e-7), str(-1e-7*3), (-1e-7).is_integer(), (-1e-7)//0.7, (-1e-7)%0.7, divmod(-1e-7,-1.3), (-1e-7)<1, (-1e-7)==1, (-1e-7)>2**60, hash(-1e-7)==hash(-1e-7)))
show(lambda: (round(0.1,3), repr(0.1), str(0.1*3), (0.1).is_integer(), (0.1)//0.7, (0.1)%0.7, divmod(0.1,-1.3), (0.1)<1, (0.1)==1, (0.1)>2**60, hash(0.1)==hash(0.1)))
show(lambda: (round(1e-5,12), repr(1e-5), str(1e-5*3), (1e-5).is_integer(), (1e-5)//0.7, (1e-5)%0.7, divmod(1e-5,-1.3), (1e-5)<1, (1e-5)==1, (1e-5)>2**60, hash(1e-5)==hash(1e-5)))
show(lambda: (round(float('inf'),12), repr(float('inf')), str(float('inf')*3), (float('inf')).is_integer(), (float('inf'))//0.7, (float('inf'))%0.7, divmod(float('inf'),-1.3), (float('inf'))<1, (float('inf'))==1, (float('inf'))>2**60, hash(float('inf'))==hash(float('inf'))))
show(lambda: (round(1.0,3), repr(1.0), str(1.0*3), (1.0).is_integer(), (1.0)//0.7, (1.0)%0.7, divmod(1.0,-1.3), (1.0)<1, (1.0)==1, (1.0)>2**60, hash(1.0)==hash(1.0)))
show(lambda: (round(2.5,5), repr(2.5), str(2.5*3), (2.5).is_integer(), (2.5)//0.7, (2.5)%0.7, divmod(2.5,-1.3), (2.5)<1, (2.5)==1, (2.5)>2**60, hash(2.5)==hash(2.5)))
show(lambda: (round(1e-5,-1), repr(1e-5), str(1e-5*3), (1e-5).is_integer(), (1e-5)//0.7, (1e-5)%0.7, divmod(1e-5,-1.3), (1e-5)<1, (1e-5)==1, (1e-5)>2**60, hash(1e-5)==hash(1e-5)))
show(lambda: (round(123.456,1), repr(123.456), str(123.456*3), (123.456).is_integer(), (123.456)//0.7, (123.456)%0.7, divmod(123.456,-1.3), (123.456)<1, (123.456)==1, (123.456)>2**60, hash(123.456)==hash(123.456)))
show(lambda: (round(2.5,5), repr(2.5), str(2.5*3), (2.5).is_integer(), (2.5)//0.7, (2.5)%0.7, divmod(2.5,-1.3), (2.5)<1, (2.5)==1, (2.5)>2**60, hash(2.5)==hash(2.5)))
show(lambda: (round(float('inf'),4), repr(float('inf')), str(float('inf')*3), (float('inf')).is_integer(), (float('inf'))//0.7, (float('inf'))%0.7, divmod(float('inf'),-1.3), (float('inf'))<1, (float('inf'))==1, (float('inf'))>2**60, hash(float('inf'))==hash(float('inf'))))
show(lambda: (round(2/3,6), repr(2/3), str(2/3*3), (2/3).is_integer(), (2/3)//0.7, (2/3)%0.7, divmod(2/3,-1.3), (2/3)<1, (2/3)==1, (2/3)>2**60, hash(2/3)==hash(2/3)))
show(lambda: (round(-0.0,0), repr(-0.0), str(-0.0*3), (-0.0).is_integer(), (-0.0)//0.7, (-0.0)%0.7, divmod(-0.0,-1.3), (-0.0)<1, (-0.0)==1, (-0.0)>2**60, hash(-0.0)==hash(-0.0)))
show(lambda: (round(0.0,8), repr(0.0), str(0.0*3), (0.0).is_integer(), (0.0)//0.7, (0.0)%0.7, divmod(0.0,-1.3), (0.0)<1, (0.0)==1, (0.0)>2**60, hash(0.0)==hash(0.0)))
show(lambda: (round(123.456,1), repr(123.456), str(123.456*3), (123.456).is_integer(), (123.456)//0.7, (123.456)%0.7, divmod(123.456,-1.3), (123.456)<1, (123.456)==1, (123.456)>2**60, hash(123.456)==hash(123.456)))
show(lambda: (round(0.000123456,6), repr(0.000123456), str(0.000123456*3), (0.000123456).is_integer(), (0.000123456)//0.7, (0.000123456)%0.7, divmod(0.000123456,-1.3), (0.000123456)<1, (0.000123456)==1, (0.000123456)>2**60, hash(0.000123456)==hash(0.000123456)))
show(lambda: (round(-0.0,2), repr(-0.0), str(-0.0*3), (-0.0).is_integer(), (-0.0)//0.7, (-0.0)%0.7, divmod(-0.0,-1.3), (-0.0)<1, (-0.0)==1, (-0.0)>2**60, hash(-0.0)==hash(-0.0)))
show(lambda: (round(1e-4,8), repr(1e-4), str(1e-4*3), (1e-4).is_integer(), (1e-4)//0.7, (1e-4)%0.7, divmod(1e-4,-1.3), (1e-4)<1, (1e-4)==1, (1e-4)>2**60, hash(1e-4)==hash(1e-4)))
show(lambda: (round(1e308,12), repr(1e308), str(1e308*3), (1e308).is_integer(), (1e308)//0.7, (1e308)%0.7, divmod(1e308,-1.3), (1e308)<1, (1e308)==1, (1e308)>2**60, hash(1e308)==hash(1e308)))
show(lambda: (round(1e10,7), repr(1e10), str(1e10*3), (1e10).is_integer(), (1e10)//0.7, (1e10)%0.7, divmod(1e10,-1.3), (1e10)<1, (1e10)==1, (1e10)>2**60, hash(1e10)==hash(1e10)))
show(lambda: (round(999999.5,8), repr(999999.5), str(999999.5*3), (999999.5).is_integer(), (999999.5)//0.7, (999999.5)%0.7, divmod(999999.5,-1.3), (999999.5)<1, (999999.5)==1, (999999.5)>2**60, hash(999999.5)==hash(999999.5)))
show(lambda: (round(-2.5,0), repr(-2.5), str(-2.5*3), (-2.5).is_integer(), (-2.5)//0.7, (-2.5)%0.7, divmod(-2.5,-1.3), (-2.5)<1, (-2.5)==1, (-2.5)>2**60, hash(-2.5)==hash(-2.5)))
show(lambda: (round(float('nan'),6), repr(float('nan')), str(float('nan')*3), (float('nan')).is_integer(), (float('nan'))//0.7, (float('nan'))%0.7, divmod(float('nan'),-1.3), (float('nan'))<1, (float('nan'))==1, (float('nan'))>2**60, hash(float('nan'))==hash(float('nan'))))
show(lambda: (round(float('nan'),-1), repr(float('nan')), str(float('nan')*3), (float('nan')).is_integer(), (float('nan'))//0.7, (float('nan'))%0.7, divmod(float('nan'),-1.3), (float('nan'))<1, (float('nan'))==1, (float('nan'))>2**60, hash(float('nan'))==hash(float('nan'))))
show(lambda: (round(999999.5,11), repr(999999.5), str(999999.5*3), (999999.5).is_integer(), (999999.5)//0.7, (999999.5)%0.7, divmod(999999.5,-1.3), (999999.5)<1, (999999.5)==1, (999999.5)>2**60, hash(999999.5)==hash(999999.5)))
show(lambda: (round(0.1,0), repr(0.1), str(0.1*3), (0.1).is_integer(), (0.1)//0.7, (0.1)%0.7, divmod(0.1,-1.3), (0.1)<1, (0.1)==1, (0.1)>2**60, hash(0.1)==hash(0.1)))
show(lambda: (round(float('nan'),2), repr(float('nan')), str(float('nan')*3), (float('nan')).is_integer(), (float('nan'))//0.7, (float('nan'))%0.7, divmod(float('nan'),-1.3), (float('nan'))<1, (float('nan'))==1, (float('nan'))>2**60, hash(float('nan'))==hash(float('nan'))))
show(lambda: (round(1e22,9), repr(1e22), str(1e22*3), (1e22).is_integer(), (1e22)//0.7, (1e22)%0.7, divmod(1e22,-1.3), (1e22)<1, (1e22)==1, (1e22)>2**60, hash(1e22)==hash(1e22)))
show(lambda: (round(1e308,-2), repr(1e308), str(1e308*3), (1e308).is_integer(), (1e308)//0.7, (1e308)%0.7, divmod(1e308,-1.3), (1e308)<1, (1e308)==1, (1e308)>2**60, hash(1e308)==hash(1e308)))
show(lambda: (round(-0.0,-2), repr(-0.0), str(-0.0*3), (-0.0).is_integer(), (-0.0)//0.7, (-0.0)%0.7, divmod(-0.0,-1.3), (-0.0)<1, (-0.0)==1, (-0.0)>2**60, hash(-0.0)==hash(-0.0)))
show(lambda: (round(0.5,0), repr(0.5), str(0.5*3), (0.5).is_integer(), (0.5)//0.7, (0.5)%0.7, divmod(0.5,-1.3), (0.5)<1, (0.5)==1, (0.5)>2**60, hash(0.5)==hash(0.5)))
show(lambda: (sorted([]), sorted([], reverse=True), min([],default=0), max([],default=0), sum([])))
show(lambda: (sorted([(2, 'c'), (2, 'c'), (4, 'c'), (3, 'c'), (4, 'c')]), sorted([(2, 'c'), (2, 'c'), (4, 'c'), (3, 'c'), (4, 'c')], key=lambda t: t[0]), sorted([(2, 'c'), (2, 'c'), (4, 'c'), (3, 'c'), (4, 'c')], key=lambda t: t[1], reverse=True)))
show(lambda: (sorted([(4, 'c')]), sorted([(4, 'c')], key=lambda t: t[0]), sorted([(4, 'c')], key=lambda t: t[1], reverse=True)))
show(lambda: (int('1_0')))
show(lambda: (float('1_0')))
show(lambda: (int('1_0',0)))
show(lambda: (int('1_0',16)))
show(lambda: (int('0x1F')))
show(lambda: (float('0x1F')))
show(lambda: (int('0x1F',0)))
show(lambda: (int('0x1F',16)))
show(lambda: (int(' 12')))
show(lambda: (float(' 12')))
show(lambda: (int(' 12',0)))
show(lambda: (int(' 12',16)))
show(lambda: (int('-5')))
show(lambda: (float('-5')))
show(lambda: (int('-5',0)))
show(lambda: (int('-5',16)))
show(lambda: (int('+7')))
show(lambda: (float('+7')))
show(lambda: (int('+7',0)))
show(lambda: (int('+7',16)))
show(lambda: (int('1e5')))
show(lambda: (float('1e5')))
show(lambda: (int('1e5',0)))
show(lambda: (int('1e5',16)))
show(lambda: (int('.5')))
show(lambda: (float('.5')))
show(lambda: (int('.5',0)))
show(lambda: (int('.5',16)))
show(lambda: (int('5.')))
show(lambda: (float('5.')))
show(lambda: (int('5.',0)))
show(lambda: (int('5.',16)))
show(lambda: (int('1_')))
show(lambda: (float('1_')))
show(lambda: (int('1_',0)))
show(lambda: (int('1_',16)))
show(lambda: (int('_1')))
show(lambda: (float('_1')))
show(lambda: (int('_1',0)))
show(lambda: (int('_1',16)))
show(lambda: (int('0b11')))
show(lambda: (float('0b11')))
show(lambda: (int('0b11',0)))
show(lambda: (int('0b11',16)))
show(lambda: (int('0o7')))
show(lambda: (float('0o7')))
show(lambda: (int('0o7',0)))
show(lambda: (int('0o7',16)))
show(lambda: (int('00')))
show(lambda: (float('00')))
show(lambda: (int('00',0)))
show(lambda: (int('00',16)))
show(lambda: (int('0_1')))
show(lambda: (float('0_1')))
show(lambda: (int('0_1',0)))
show(lambda: (int('0_1',16)))
show(lambda: (int('1__0')))
show(lambda: (float('1__0')))
show(lambda: (int('1__0',0)))
show(lambda: (int('1__0',16)))
show(lambda: (int('inf')))
show(lambda: (float('inf')))
show(lambda: (int('inf',0)))
show(lambda: (int('inf',16)))
show(lambda: (int('-nan')))
show(lambda: (float('-nan')))
show(lambda: (int('-nan',0)))
show(lambda: (int('-nan',16)))
show(lambda: (int('')))
show(lambda: (float('')))
show(lambda: (int('',0)))
show(lambda: (int('',16)))
show(lambda: (int('abc')))
show(lambda: (float('abc')))
show(lambda: (int('abc',0)))
show(lambda: (int('abc',16)))
show(lambda: (int('12abc')))
show(lambda: (float('12abc')))
show(lambda: (int('12abc',0)))
show(lambda: (int('12abc',16)))
show(lambda: (int('0x')))
show(lambda: (float('0x')))
show(lambda: (int('0x',0)))
show(lambda: (int('0x',16)))
show(lambda: (int('1.5e-3')))
show(lambda: (float('1.5e-3')))
show(lambda: (int('1.5e-3',0)))
show(lambda: (int('1.5e-3',16)))
show(lambda: (int('1e+')))
show(lambda: (float('1e+')))
show(lambda: (int('1e+',0)))
show(lambda: (int('1e+',16)))
show(lambda: (int('1.e2')))
show(lambda: (float('1.e2')))
show(lambda: (int('1.e2',0)))
show(lambda: (int('1.e2',16)))
show(lambda: (int('0.0')))
show(lambda: (float('0.0')))
show(lambda: (int('0.0',0)))
show(lambda: (int('0.0',16)))
show(lambda: (int('--1')))
show(lambda: (float('--1')))
show(lambda: (int('--1',0)))
show(lambda: (int('--1',16)))
show(lambda: (int('1 2')))
show(lambda: (float('1 2')))
show(lambda: (int('1 2',0)))
show(lambda: (int('1 2',16)))
show(lambda: (int('\u0663')))
show(lambda: (float('\u0663')))
show(lambda: (int('\u0663',0)))
show(lambda: (int('\u0663',16)))

# expect: [b'hello!', b'hello!', b'!olleh', b'hello!', b'h', b'', b'!l', b'!olleh']
# expect: [b'h', b'', b'!', b'!l', b'hl', b'hlo', b'', b'']
# expect: [range(20, 20, 3), range(2, 20, 3), range(2, 11, -21), range(17, -1, -6), range(5, -1, -21), range(2, 20, 9), range(14, 17, -9), range(17, -1, -3)]
# expect: [(0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0,), (4, 3, 2, 1, 0), (0, 1, 2, 3, 4), (4, 1), (4,)]
# expect: [b'hello!', b'hlo', b'ello!', b'llo!', b'h', b'', b'hello!', b'']
# expect: [(4, 1), (4, 1), (), (0, 1, 2, 3, 4), (), (3, 4), (4,), (0, 1, 2)]
# expect: [[5], [1, 2, 3, 4, 5], [1, 3, 5], [], [0, 1, 2, 3, 4, 5], [4], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5]]
# expect: [range(10, 2, -6), range(10, -2, -2), range(10, 8, -2), range(-4, 12, 4), range(10, -6, -4), range(-4, -4, 4), range(0, 12, 2), range(10, -6, -2)]
# expect: [[5, 4, 3, 2, 1, 0], [0, 2], [1, 4], [0, 1, 2, 3, 4, 5], [2, 3, 4, 5], [5, 2], [], [5, 3, 1]]
# expect: [range(-4, 12, 4), range(10, -6, -2), range(10, 4, -2), range(10, -6, -6), range(10, -6, -2), range(10, -6, -4), range(-4, 8, 4), range(10, -4, -4)]
# expect: [[0, 1, 2, 3, 4, 5], [0, 3], [0, 1, 2, 3, 4, 5], [5], [0], [0, 3], [5, 3, 1], [0, 1, 2, 3, 4, 5]]
# expect: [[], [], [], [], [], [], [], []]
# expect: [[0, 3], [0, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [5, 2], [0, 1, 2, 3, 4], [5], [0, 1, 2, 3, 4, 5]]
# expect: ['zyx\U0001f600\u65e5\xe9a', 'yz', 'a\xe9\u65e5\U0001f600xyz', 'zx\u65e5a', 'zx\u65e5a', '\xe9\u65e5\U0001f600', 'a\xe9\u65e5\U0001f600xyz', 'a\xe9\u65e5\U0001f600xyz']
# expect: ['', 'abcdefg', 'abcdefg', 'ab', 'g', 'g', 'gd', 'gda']
# expect: [[], [], [], [], [], [], [], []]
# expect: [b'hello', b'h', b'!', b'hello!', b'h', b'!l', b'!', b'h']
# expect: [range(17, -1, -9), range(5, 20, 3), range(17, -1, -21), range(17, -1, -21), range(2, 20, 3), range(2, 20, 9), range(20, 2, 3), range(2, 20, 9)]
# expect: [(0, 1, 2, 3, 4), (), (), (0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 1, 2, 3), (0, 1, 2, 3, 4)]
# expect: [[], [], [], [], [], [], [], []]
# expect: ['abcde', 'abcdefg', '', 'aceg', 'abcdefg', 'b', 'gda', 'g']
# expect: ['g', 'abcdefg', 'abcdefg', 'aceg', 'abcdefg', 'abcdefg', 'abcdefg', '']
# expect: ['', '', '', '', '', '', '', '']
# expect: [(0, 1, 2, 3, 4), (), (4, 3, 2, 1, 0), (0, 1, 2, 3, 4), (2, 3, 4), (2, 3, 4), (4, 1), (4, 3, 2, 1, 0)]
# expect: ['abcdefg', 'aceg', 'abc', 'abcdefg', 'abcdefg', 'abcdefg', 'cdefg', 'aceg']
# expect: [52, 60, 56, 51]
# expect: []
# expect: [51]
# expect: []
# expect: [55, 50, 59]
# expect: []
# expect: [59, 2, 3, 4, 5]
# expect: [2, 3, 4, 5]
# expect: ValueError 'attempt to assign sequence of size 4 to extended slice of size 1'
# expect: [1, 2, 3, 4, 5]
# expect: []
# expect: []
# expect: [60, 56]
# expect: []
# expect: [58, 57, 52]
# expect: []
# expect: ValueError 'attempt to assign sequence of size 1 to extended slice of size 0'
# expect: []
# expect: [58, 1, 58, 3, 60, 5]
# expect: [1, 3, 5]
# expect: [58, 51]
# expect: []
# expect: [51, 53, 52, 57]
# expect: []
# expect: [54, 52, 55, 59]
# expect: []
# expect: [53, 59, 54, 3]
# expect: [3]
# expect: ValueError 'attempt to assign sequence of size 1 to extended slice of size 2'
# expect: [1, 2, 3, 4, 5, 6]
# expect: []
# expect: []
# expect: [0, 1, 2, 3, 4]
# expect: [0, 1, 2, 3, 4]
# expect: [0, 1, 2, 3, 56, 55]
# expect: [0, 1, 2, 3]
# expect: [58, 54]
# expect: []
# expect: [0, 1, 2, 3, 52]
# expect: [0, 1, 2, 3]
# expect: [57]
# expect: []
# expect: ValueError 'attempt to assign sequence of size 0 to extended slice of size 2'
# expect: [1]
# expect: ValueError 'attempt to assign sequence of size 1 to extended slice of size 2'
# expect: [0, 1, 3, 4, 6, 7]
# expect: [51, 51, 60]
# expect: []
# expect: [59, 60]
# expect: []
# expect: (10, 4, 21, 2, 1, (2, 1), 3, 7, 4, 8264141345021879123968, 0, -8, False, False, 2.3333333333333335, 7.0, '0x7', 3, 1)
# expect: (3, 17, -70, -2, -4, (-2, -4), 8, -5, -13, 160, 0, -11, False, False, -1.4285714285714286, 10.0, '0xa', 4, -6)
# expect: (14, 0, 49, 1, 0, (1, 0), 7, 7, 0, 7340032, 0, -8, False, True, 1.0, 7.0, '0x7', 3, 0)
# expect: (-4, -10, -21, -3, 2, (-3, 2), 1, -5, -6, -56, -1, 6, True, False, -2.3333333333333335, -7.0, '-0x7', 3, 1)
# expect: (0, 2, -1, -1, 0, (-1, 0), 1, -1, -2, 70368744177664, 0, -2, False, False, -1.0, 1.0, '0x1', 1, 0)
# expect: (8, 6, 7, 7, 0, (7, 0), 1, 7, 6, 112, 0, -8, False, False, 7.0, 7.0, '0x7', 3, 0)
# expect: (0, 14, -49, -1, 0, (-1, 0), 1, -1, -2, 28672, 0, -8, False, False, -1.0, 7.0, '0x7', 3, 0)
# expect: (254, 256, -255, -255, 0, (-255, 0), 255, -1, -256, 17523466567680, 0, -256, False, False, -255.0, 255.0, '0xff', 8, 0)
# expect: '123.4560000000'
# expect: '+123.5'
# expect: '+1.0E+16'
# expect: '1e+16'
# expect: '9.01E+15'
# expect: ' 9.00719925474099e+15'
# expect: '+1.0000000000000000E+308'
# expect: '      1E+308'
# expect: '00000000+inf'
# expect: 'INF'
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: '    +1.0e+05'
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: '1.0000000000E+100'
# expect: '00000000000000 0.333'
# expect: TypeError "unsupported operand type(s) for /: 'str' and 'int'"
# expect: '9.999995e+05********'
# expect: '999999.5'
# expect: '0.0001**************'
# expect: '+0'
# expect: '+INF        '
# expect: '+0INF'
# expect: '1.50000000000000000'
# expect: '+1.5'
# expect: '1.23456789987654328e+08'
# expect: '1.2E+08'
# expect: '-0.000000E+00'
# expect: '-0000.000000'
# expect: '+1.5000000000'
# expect: '1.5         '
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: '-0.000'
# expect: '-0.00001000000000000%'
# expect: '   -0'
# expect: '+00,001.E+22'
# expect: '10000000000000000000000.000000'
# expect: '900_719_925_474_099_200.000%'
# expect: '+9E+15'
# expect: '004.940656458e-32400'
# expect: '4.9E-324'
# expect: '0,001.0000000000E+16'
# expect: '1.E+16'
# expect: '2.50000000000000000e+00'
# expect: '2.500000000000000'
# expect: ' 1e+100'
# expect: '1.0000000000E+100'
# expect: '10000000000000000000000.00000000000000000'
# expect: '1E+22'
# expect: '+0.000000'
# expect: '    0'
# expect: ' 00.6666666666666666'
# expect: TypeError "unsupported operand type(s) for /: 'str' and 'int'"
# expect: ' x1.5'
# expect: '1.5'
# expect: '0.0001              '
# expect: '+0.000123456000000'
# expect: '-0.e+00*************'
# expect: '-0.000000e+00'
# expect: ' 9_007_199_254_740_992.000000'
# expect: '9.007199254740992E+15'
# expect: '     +250.000%      '
# expect: '000000000002'
# expect: '0000000000000001E+16'
# expect: '1E+16       '
# expect: '1.000000E-05'
# expect: '      +1e-05'
# expect: 'xxNAN'
# expect: '         NAN'
# expect: '1.0e+05'
# expect: ' 99999.5000000000'
# expect: ' 1E+16'
# expect: '1.000000000e+16'
# expect: '+999,999,999,999,999,977,049,513,265,245,336,628,446,842,719,924,150,006,129,995,974,731,993,452,180,789,911,303,261,294,481,511,546,880.00000000000000000%'
# expect: '10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.0'
# expect: '0****'
# expect: '0.000e+00'
# expect: '1.e+308'
# expect: '1e+308'
# expect: ' 1.e+05'
# expect: '9.9999500000E+04'
# expect: '-x2.5'
# expect: '-2.500000e+00'
# expect: '1.00000000000000000E+16'
# expect: '+1.000000E+16'
# expect: '0%******************'
# expect: ' 1.000000000000000e-04'
# expect: '        inf%'
# expect: '1E+308'
# expect: '1.0'
# expect: '1.000000000000000e+00'
# expect: '-xxxxxxxxxxxxxxxxxx2'
# expect: ' -2.5'
# expect: '0000000.000100000000'
# expect: '0.000100000000000000'
# expect: 'xxxxxx1.e+02'
# expect: ' 123'
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: '+0.000000'
# expect: '0.0000100000'
# expect: '+0.0000100000'
# expect: '00+100000000'
# expect: '     99999.5'
# expect: ' 0.000e+0000'
# expect: '0.000'
# expect: '+0.0001'
# expect: '       0.000'
# expect: '100.000000%'
# expect: '+0001.000000'
# expect: ' NAN '
# expect: '000000000nan'
# expect: '             1.0e-01'
# expect: '+1.0e-01'
# expect: 'xxxxxxxxxxxxxx1e+308'
# expect: ' 100000000000000001097906362944045541740492309677311846336810682903157585404911491537163328978494688899061249669721172515611590283743140088328307009198146046031271664502933027185697489699588559043338384466165001178426897626212945177628091195786707458122783970171784415105291802893207873272974885715430223118336.000000000000000'
# expect: '+100,000,000,000,000,001,097,906,362,944,045,541,740,492,309,677,311,846,336,810,682,903,157,585,404,911,491,537,163,328,978,494,688,899,061,249,669,721,172,515,611,590,283,743,140,088,328,307,009,198,146,046,031,271,664,502,933,027,185,697,489,699,588,559,043,338,384,466,165,001,178,426,897,626,212,945,177,628,091,195,786,707,458,122,783,970,171,784,415,105,291,802,893,207,873,272,974,885,715,430,223,118,336.000000'
# expect: '1.e+308'
# expect: '1e+05'
# expect: '9.999950000000000e+04'
# expect: '+123_456_789.98765433'
# expect: ' 1.235E+08'
# expect: 'xxxxxxxxxinf'
# expect: 'INF  '
# expect: '+0.00000000000000000'
# expect: '0.0000000000'
# expect: ' 1.000E+16'
# expect: '1.000000000000000e+16'
# expect: ' 9.9999950000E+05'
# expect: '+1.0e+06'
# expect: '+1.e+10'
# expect: '     1.0E+10'
# expect: '+10_000_000_000_000_000.000000'
# expect: '+10000000000000000.000000'
# expect: '10,000,000,000,000,000,159,028,911,097,599,180,468,360,808,563,945,281,389,781,327,557,747,838,772,170,381,060,813,469,985,856,815,104.00000000000000000'
# expect: '+10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104'
# expect: '         1.00000E+22'
# expect: '1.000000E+22'
# expect: '0000 1.000E+10000000'
# expect: '1.0E+100'
# expect: ValueError "Cannot specify ',' with 'n'."
# expect: '0.500'
# expect: '+7FFF_FFFF_FFFF_FFFF'
# expect: '9223372036854775807'
# expect: '00_000.00000'
# expect: '0000000000  '
# expect: '9_223_372_036_854_775_808'
# expect: '0X8000000000000000'
# expect: ValueError "Cannot specify ',' with 'c'."
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: '1,000,000,000,000,000,000'
# expect: '1000000000000000000'
# expect: '0X9805_53F0_DB2F_D09D_E3C9'
# expect: '717897987691852588770249'
# expect: '1*****************************'
# expect: '000000000001'
# expect: '9.223372e+18'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: '-de0b6b3a7640000'
# expect: '-1000000000000000000'
# expect: '+00000000000000000000000000007'
# expect: '         007'
# expect: ValueError "Cannot specify ',' with 'n'."
# expect: '1           '
# expect: '  255'
# expect: '  377'
# expect: '+2,147,483,648'
# expect: '+20000000000'
# expect: ValueError "Cannot specify ',' with 'o'."
# expect: '-2147483648 '
# expect: '+00000000000000000002147483648'
# expect: '2147483648'
# expect: ValueError "Sign not allowed with integer format specifier 'c'"
# expect: '-0X800000000001'
# expect: '                         0o377'
# expect: '  255'
# expect: '1.000000e+00'
# expect: '+1'
# expect: ' 4,611,686,018,427,387,904.000000'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: '-7.00000'
# expect: '-7'
# expect: '1_234_567_890_123_456_824_475_648.000000%'
# expect: '+29D42B64E76714244CB'
# expect: '+0_001'
# expect: '001         '
# expect: '+52'
# expect: ' +000000002a'
# expect: ' 100000000000000000000000000000000000000000000000000000000000000'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: ' 1**********'
# expect: '   +1'
# expect: '-c_9f2c_9cd0_4674_edea_4000_0000'
# expect: '-1000000000000000000000000000000'
# expect: '9.223372e+18'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: ' 1.23457e+22'
# expect: '12345678901234567890123'
# expect: '-1.40737e+14000000000000000000'
# expect: '-800000000001'
# expect: ValueError "Cannot specify ',' with 'n'."
# expect: '-9223372036854775808'
# expect: '1****'
# expect: ' 1'
# expect: '4611686018427387904'
# expect: '+4611686018427387904'
# expect: '0o1         '
# expect: '          +1'
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: '+C9F2C9CD04674EDEA40000000'
# expect: '000000000000000000000000000255'
# expect: '  255'
# expect: '7.000000e+00'
# expect: '+00000000007'
# expect: '                            10'
# expect: '         010'
# expect: ' 0b10011000000001010101001111110000110110110010111111010000100111011110001111001001'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: '-1_000_000_000_000_000_000_000_000_000_000'
# expect: '-c9f2c9cd04674edea40000000'
# expect: ValueError "Cannot specify ',' with 'x'."
# expect: '0x4000000000000000'
# expect: '-7'
# expect: '-7'
# expect: '-0X8000_0000_0000_0000'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: '922337203685477580800.000000%'
# expect: '0o777777777777777777777'
# expect: '+100_000_000_000_000_000_000.000000%'
# expect: 'DE0B6B3A7640000'
# expect: '+0.000000e+00'
# expect: '         0X0'
# expect: '-1.00000'
# expect: '-001'
# expect: ValueError "Cannot specify ',' with 'b'."
# expect: '12345678901234567890123'
# expect: ' 2.14748e+09'
# expect: '20000000000'
# expect: '9223372036854775808.000000'
# expect: OverflowError '%c arg not in range(0x110000)'
# expect: '7.000000                      '
# expect: '7           '
# expect: ValueError "Cannot specify ',' with 'n'."
# expect: '12345678901234567890123'
# expect: ValueError "Cannot specify ',' with 'X'."
# expect: '1000000000000000000000000000000'
# expect: '+0x1'
# expect: '1'
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: '    7'
# expect: '0b100000000000000000000000000000000000000000000000000000000000000'
# expect: '4611686018427387904'
# expect: '1.23457e+22                   '
# expect: '+29D42B64E76714244CB'
# expect: ValueError "Cannot specify '_' with 'n'."
# expect: '007'
# expect: ValueError "Cannot specify ',' with 'x'."
# expect: '+00000000001'
# expect: '+1.000000e+00'
# expect: '1'
# expect: '-0x800000000001'
# expect: '-0x800000000001'
# expect: 'hello world'
# expect: ''
# expect: '000000000000'
# expect: '     h      '
# expect: '00000\xe9\u65e500000'
# expect: '00h00'
# expect: '00\xe900'
# expect: '0\xe9\u65e500'
# expect: '\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9\xe9'
# expect: ''
# expect: 'hello worl'
# expect: '\xe9'
# expect: ''
# expect: '00\xe900'
# expect: '\xe9\xe9\xe9\xe9\xe9'
# expect: ''
# expect: 'abc  '
# expect: ''
# expect: '\xe9\u65e5'
# expect: '\xe9\u65e5   '
# expect: '     '
# expect: 'hello world'
# expect: 'abc00'
# expect: ''
# expect: 'abc'
# expect: '\xe9\u65e5          '
# expect: '000000000000'
# expect: '000000000000'
# expect: '000000000000'
# expect: ''
# expect: (['aXbXc'], ['aXbXc'], ('aXbXc', '', ''), ('', '', 'aXbXc'))
# expect: (['abcabc'], ['abcabc'], ('abcabc', '', ''), ('', '', 'abcabc'))
# expect: ValueError 'empty separator'
# expect: (['aaaa'], ['aaaa'], ('aaaa', '', ''), ('', '', 'aaaa'))
# expect: ValueError 'empty separator'
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['abcabc'], ['abcabc'], ('a', 'b', 'cabc'), ('abca', 'b', 'c'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['', 'cabc'], ['abc', 'c'], ('', 'ab', 'cabc'), ('abc', 'ab', 'c'))
# expect: (['', '\u65e5', ''], ['', '\u65e5', ''], ('', '\xe9', '\u65e5\xe9'), ('\xe9\u65e5', '\xe9', ''))
# expect: (['\xe9\u65e5\xe9'], ['\xe9\u65e5\xe9'], ('\xe9\u65e5\xe9', '', ''), ('', '', '\xe9\u65e5\xe9'))
# expect: ([''], [''], ('', '', ''), ('', '', ''))
# expect: (['\xe9\u65e5\xe9'], ['\xe9\u65e5\xe9'], ('\xe9\u65e5\xe9', '', ''), ('', '', '\xe9\u65e5\xe9'))
# expect: ValueError 'empty separator'
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['abcabc'], ['abcabc'], ('abcabc', '', ''), ('', '', 'abcabc'))
# expect: (['a', 'b', 'c'], ['a', 'b', 'c'], ('a', 'X', 'bXc'), ('aXb', 'X', 'c'))
# expect: (['aaaa'], ['aaaa'], ('aaaa', '', ''), ('', '', 'aaaa'))
# expect: (['', 'bc', 'bc'], ['', 'bc', 'bc'], ('', 'a', 'bcabc'), ('abc', 'a', 'bc'))
# expect: (['', 'bc', 'bc'], ['', 'bc', 'bc'], ('', 'a', 'bcabc'), ('abc', 'a', 'bc'))
# expect: (['ab\tcd\n'], ['ab\tcd\n'], ('ab\tcd\n', '', ''), ('', '', 'ab\tcd\n'))
# expect: (['\xe9\u65e5\xe9'], ['\xe9\u65e5\xe9'], ('\xe9\u65e5\xe9', '', ''), ('', '', '\xe9\u65e5\xe9'))
# expect: (['a', '\tcd\n'], ['a', '\tcd\n'], ('a', 'b', '\tcd\n'), ('a', 'b', '\tcd\n'))
# expect: ([''], [''], ('', '', ''), ('', '', ''))
# expect: ValueError 'empty separator'
# expect: (['aaaa'], ['aaaa'], ('aaaa', '', ''), ('', '', 'aaaa'))
# expect: (['\u65e5\u672c\u65e5\u672c'], ['\u65e5\u672c\u65e5\u672c'], ('\u65e5\u672c\u65e5\u672c', '', ''), ('', '', '\u65e5\u672c\u65e5\u672c'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['\u65e5\u672c\u65e5\u672c'], ['\u65e5\u672c\u65e5\u672c'], ('\u65e5\u672c\u65e5\u672c', '', ''), ('', '', '\u65e5\u672c\u65e5\u672c'))
# expect: (['aX', 'Xc'], ['aX', 'Xc'], ('aX', 'b', 'Xc'), ('aX', 'b', 'Xc'))
# expect: (['\u65e5\u672c\u65e5\u672c'], ['\u65e5\u672c\u65e5\u672c'], ('\u65e5\u672c\u65e5\u672c', '', ''), ('', '', '\u65e5\u672c\u65e5\u672c'))
# expect: (['abcabc'], ['abcabc'], ('abcabc', '', ''), ('', '', 'abcabc'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['aaaa'], ['aaaa'], ('aaaa', '', ''), ('', '', 'aaaa'))
# expect: (['ab\tcd\n'], ['ab\tcd\n'], ('ab\tcd\n', '', ''), ('', '', 'ab\tcd\n'))
# expect: (['aXbXc'], ['aXbXc'], ('aXbXc', '', ''), ('', '', 'aXbXc'))
# expect: ValueError 'empty separator'
# expect: (['abcabc'], ['abcabc'], ('abcabc', '', ''), ('', '', 'abcabc'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['aaaa'], ['aaaa'], ('aaaa', '', ''), ('', '', 'aaaa'))
# expect: ([''], [''], ('', '', ''), ('', '', ''))
# expect: (['ab\tcd\n'], ['ab\tcd\n'], ('ab\tcd\n', '', ''), ('', '', 'ab\tcd\n'))
# expect: (['', '', ''], ['', '', ''], ('', 'aa', 'aa'), ('aa', 'aa', ''))
# expect: (['aaaa'], ['aaaa'], ('aaaa', '', ''), ('', '', 'aaaa'))
# expect: ([''], [''], ('', '', ''), ('', '', ''))
# expect: ([''], [''], ('', '', ''), ('', '', ''))
# expect: (['aXbXc'], ['aXbXc'], ('aXbXc', '', ''), ('', '', 'aXbXc'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: ([''], [''], ('', '', ''), ('', '', ''))
# expect: (['\xe9\u65e5\xe9'], ['\xe9\u65e5\xe9'], ('\xe9\u65e5\xe9', '', ''), ('', '', '\xe9\u65e5\xe9'))
# expect: (['aX', 'Xc'], ['aX', 'Xc'], ('aX', 'b', 'Xc'), ('aX', 'b', 'Xc'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['Hello', 'World'], ['Hello', 'World'], ('Hello', ' ', 'World'), ('Hello', ' ', 'World'))
# expect: (['a', '\tcd\n'], ['a', '\tcd\n'], ('a', 'b', '\tcd\n'), ('a', 'b', '\tcd\n'))
# expect: (['a', 'ca', 'c'], ['a', 'ca', 'c'], ('a', 'b', 'cabc'), ('abca', 'b', 'c'))
# expect: (['', 'b\tcd\n'], ['', 'b\tcd\n'], ('', 'a', 'b\tcd\n'), ('', 'a', 'b\tcd\n'))
# expect: (['', '\u672c', '\u672c'], ['', '\u672c', '\u672c'], ('', '\u65e5', '\u672c\u65e5\u672c'), ('\u65e5\u672c', '\u65e5', '\u672c'))
# expect: (['  ab  c '], ['  ab  c '], ('  ab  c ', '', ''), ('', '', '  ab  c '))
# expect: (['', ' ab  c '], ['  ab  c', ''], ('', ' ', ' ab  c '), ('  ab  c', ' ', ''))
# expect: (['Hello World'], ['Hello World'], ('Hello World', '', ''), ('', '', 'Hello World'))
# expect: (['', 'c', 'c'], ['', 'c', 'c'], ('', 'ab', 'cabc'), ('abc', 'ab', 'c'))
# expect: (['\u65e5\u672c\u65e5\u672c'], ['\u65e5\u672c\u65e5\u672c'], ('\u65e5\u672c\u65e5\u672c', '', ''), ('', '', '\u65e5\u672c\u65e5\u672c'))
# expect: (['\xe9\u65e5\xe9'], ['\xe9\u65e5\xe9'], ('\xe9\u65e5\xe9', '', ''), ('', '', '\xe9\u65e5\xe9'))
# expect: (['  ab  c '], ['  ab  c '], ('  ab  c ', '', ''), ('', '', '  ab  c '))
# expect: (['abcabc'], ['abcabc'], ('abcabc', '', ''), ('', '', 'abcabc'))
# expect: (['', 'aaa'], ['aaa', ''], ('', 'a', 'aaa'), ('aaa', 'a', ''))
# expect: ValueError 'empty separator'
# expect: ValueError 'empty separator'
# expect: (['abcabc'], ['abcabc'], ('abcabc', '', ''), ('', '', 'abcabc'))
# expect: (['\u65e5\u672c\u65e5\u672c'], ['\u65e5\u672c\u65e5\u672c'], ('\u65e5\u672c\u65e5\u672c', '', ''), ('', '', '\u65e5\u672c\u65e5\u672c'))
# expect: (['\u65e5\u672c\u65e5\u672c'], ['\u65e5\u672c\u65e5\u672c'], ('\u65e5\u672c\u65e5\u672c', '', ''), ('', '', '\u65e5\u672c\u65e5\u672c'))
# expect: (['a', '\tcd\n'], ['a', '\tcd\n'], ('a', 'b', '\tcd\n'), ('a', 'b', '\tcd\n'))
# expect: (['\xe9\u65e5\xe9'], ['\xe9\u65e5\xe9'], ('\xe9\u65e5\xe9', '', ''), ('', '', '\xe9\u65e5\xe9'))
# expect: (['  ab  c '], ['  ab  c '], ('  ', 'a', 'b  c '), ('  ', 'a', 'b  c '))
# expect: (['aaaa'], ['aaaa'], ('aaaa', '', ''), ('', '', 'aaaa'))
# expect: ValueError 'empty separator'
# expect: (0.0001, '0.0001', '0.00030000000000000003', False, 0.0, 0.0001, (-1.0, -1.2999), True, False, False, True)
# expect: (1.5, '1.5', '4.5', False, 2.0, 0.10000000000000009, (-2.0, -1.1), False, False, False, True)
# expect: (10000000000.0, '10000000000.0', '30000000000.0', True, 14285714285.0, 0.5000006344131569, (-7692307693.0, -0.9000003416070845), False, False, False, True)
# expect: (123.456, '123.456', '370.368', False, 176.0, 0.2560000000000109, (-95.0, -0.04400000000000115), False, False, False, True)
# expect: (1.5, '1.5', '4.5', False, 2.0, 0.10000000000000009, (-2.0, -1.1), False, False, False, True)
# expect: (0.0, '5e-324', '1.5e-323', False, 0.0, 5e-324, (-1.0, -1.3), True, False, False, True)
# expect: (0.000123456, '0.000123456', '0.00037036800000000004', False, 0.0, 0.000123456, (-1.0, -1.299876544), True, False, False, True)
# expect: (0.0, '0.1', '0.30000000000000004', False, 0.0, 0.1, (-1.0, -1.2), True, False, False, True)
# expect: (-1e-07, '-1e-07', '-3e-07', False, -1.0, 0.6999999, (0.0, -1e-07), True, False, False, True)
# expect: (0.1, '0.1', '0.30000000000000004', False, 0.0, 0.1, (-1.0, -1.2), True, False, False, True)
# expect: (1e-05, '1e-05', '3.0000000000000004e-05', False, 0.0, 1e-05, (-1.0, -1.29999), True, False, False, True)
# expect: (inf, 'inf', 'inf', False, nan, nan, (nan, nan), False, False, True, True)
# expect: (1.0, '1.0', '3.0', True, 1.0, 0.30000000000000004, (-1.0, -0.30000000000000004), False, True, False, True)
# expect: (2.5, '2.5', '7.5', False, 3.0, 0.40000000000000013, (-2.0, -0.10000000000000009), False, False, False, True)
# expect: (0.0, '1e-05', '3.0000000000000004e-05', False, 0.0, 1e-05, (-1.0, -1.29999), True, False, False, True)
# expect: (123.5, '123.456', '370.368', False, 176.0, 0.2560000000000109, (-95.0, -0.04400000000000115), False, False, False, True)
# expect: (2.5, '2.5', '7.5', False, 3.0, 0.40000000000000013, (-2.0, -0.10000000000000009), False, False, False, True)
# expect: (inf, 'inf', 'inf', False, nan, nan, (nan, nan), False, False, True, True)
# expect: (0.666667, '0.6666666666666666', '2.0', False, 0.0, 0.6666666666666666, (-1.0, -0.6333333333333334), True, False, False, True)
# expect: (-0.0, '-0.0', '-0.0', True, -0.0, 0.0, (0.0, -0.0), True, False, False, True)
# expect: (0.0, '0.0', '0.0', True, 0.0, 0.0, (-0.0, -0.0), True, False, False, True)
# expect: (123.5, '123.456', '370.368', False, 176.0, 0.2560000000000109, (-95.0, -0.04400000000000115), False, False, False, True)
# expect: (0.000123, '0.000123456', '0.00037036800000000004', False, 0.0, 0.000123456, (-1.0, -1.299876544), True, False, False, True)
# expect: (-0.0, '-0.0', '-0.0', True, -0.0, 0.0, (0.0, -0.0), True, False, False, True)
# expect: (0.0001, '0.0001', '0.00030000000000000003', False, 0.0, 0.0001, (-1.0, -1.2999), True, False, False, True)
# expect: (1e+308, '1e+308', 'inf', True, 1.4285714285714287e+308, 0.049661879885306126, (-7.692307692307692e+307, -1.0884497006110803), False, False, True, True)
# expect: (10000000000.0, '10000000000.0', '30000000000.0', True, 14285714285.0, 0.5000006344131569, (-7692307693.0, -0.9000003416070845), False, False, False, True)
# expect: (999999.5, '999999.5', '2999998.5', False, 1428570.0, 0.5000000000634413, (-769231.0, -0.8000000000341607), False, False, False, True)
# expect: (-2.0, '-2.5', '-7.5', False, -4.0, 0.2999999999999998, (1.0, -1.2), True, False, False, True)
# expect: (nan, 'nan', 'nan', False, nan, nan, (nan, nan), False, False, False, True)
# expect: (nan, 'nan', 'nan', False, nan, nan, (nan, nan), False, False, False, True)
# expect: (999999.5, '999999.5', '2999998.5', False, 1428570.0, 0.5000000000634413, (-769231.0, -0.8000000000341607), False, False, False, True)
# expect: (0.0, '0.1', '0.30000000000000004', False, 0.0, 0.1, (-1.0, -1.2), True, False, False, True)
# expect: (nan, 'nan', 'nan', False, nan, nan, (nan, nan), False, False, False, True)
# expect: (1e+22, '1e+22', '3e+22', True, 1.4285714285714286e+22, 0.15692866092049007, (-7.692307692307692e+21, -0.48450004815461467), False, False, True, True)
# expect: (1e+308, '1e+308', 'inf', True, 1.4285714285714287e+308, 0.049661879885306126, (-7.692307692307692e+307, -1.0884497006110803), False, False, True, True)
# expect: (-0.0, '-0.0', '-0.0', True, -0.0, 0.0, (0.0, -0.0), True, False, False, True)
# expect: (0.0, '0.5', '1.5', False, 0.0, 0.5, (-1.0, -0.8), True, False, False, True)
# expect: ([], [], 0, 0, 0)
# expect: ([(2, 'c'), (2, 'c'), (3, 'c'), (4, 'c'), (4, 'c')], [(2, 'c'), (2, 'c'), (3, 'c'), (4, 'c'), (4, 'c')], [(2, 'c'), (2, 'c'), (4, 'c'), (3, 'c'), (4, 'c')])
# expect: ([(4, 'c')], [(4, 'c')], [(4, 'c')])
# expect: 10
# expect: 10.0
# expect: 10
# expect: 16
# expect: ValueError "invalid literal for int() with base 10: '0x1F'"
# expect: ValueError "could not convert string to float: '0x1F'"
# expect: 31
# expect: 31
# expect: 12
# expect: 12.0
# expect: 12
# expect: 18
# expect: -5
# expect: -5.0
# expect: -5
# expect: -5
# expect: 7
# expect: 7.0
# expect: 7
# expect: 7
# expect: ValueError "invalid literal for int() with base 10: '1e5'"
# expect: 100000.0
# expect: ValueError "invalid literal for int() with base 0: '1e5'"
# expect: 485
# expect: ValueError "invalid literal for int() with base 10: '.5'"
# expect: 0.5
# expect: ValueError "invalid literal for int() with base 0: '.5'"
# expect: ValueError "invalid literal for int() with base 16: '.5'"
# expect: ValueError "invalid literal for int() with base 10: '5.'"
# expect: 5.0
# expect: ValueError "invalid literal for int() with base 0: '5.'"
# expect: ValueError "invalid literal for int() with base 16: '5.'"
# expect: ValueError "invalid literal for int() with base 10: '1_'"
# expect: ValueError "could not convert string to float: '1_'"
# expect: ValueError "invalid literal for int() with base 0: '1_'"
# expect: ValueError "invalid literal for int() with base 16: '1_'"
# expect: ValueError "invalid literal for int() with base 10: '_1'"
# expect: ValueError "could not convert string to float: '_1'"
# expect: ValueError "invalid literal for int() with base 0: '_1'"
# expect: ValueError "invalid literal for int() with base 16: '_1'"
# expect: ValueError "invalid literal for int() with base 10: '0b11'"
# expect: ValueError "could not convert string to float: '0b11'"
# expect: 3
# expect: 2833
# expect: ValueError "invalid literal for int() with base 10: '0o7'"
# expect: ValueError "could not convert string to float: '0o7'"
# expect: 7
# expect: ValueError "invalid literal for int() with base 16: '0o7'"
# expect: 0
# expect: 0.0
# expect: 0
# expect: 0
# expect: 1
# expect: 1.0
# expect: ValueError "invalid literal for int() with base 0: '0_1'"
# expect: 1
# expect: ValueError "invalid literal for int() with base 10: '1__0'"
# expect: ValueError "could not convert string to float: '1__0'"
# expect: ValueError "invalid literal for int() with base 0: '1__0'"
# expect: ValueError "invalid literal for int() with base 16: '1__0'"
# expect: ValueError "invalid literal for int() with base 10: 'inf'"
# expect: inf
# expect: ValueError "invalid literal for int() with base 0: 'inf'"
# expect: ValueError "invalid literal for int() with base 16: 'inf'"
# expect: ValueError "invalid literal for int() with base 10: '-nan'"
# expect: nan
# expect: ValueError "invalid literal for int() with base 0: '-nan'"
# expect: ValueError "invalid literal for int() with base 16: '-nan'"
# expect: ValueError "invalid literal for int() with base 10: ''"
# expect: ValueError "could not convert string to float: ''"
# expect: ValueError "invalid literal for int() with base 0: ''"
# expect: ValueError "invalid literal for int() with base 16: ''"
# expect: ValueError "invalid literal for int() with base 10: 'abc'"
# expect: ValueError "could not convert string to float: 'abc'"
# expect: ValueError "invalid literal for int() with base 0: 'abc'"
# expect: 2748
# expect: ValueError "invalid literal for int() with base 10: '12abc'"
# expect: ValueError "could not convert string to float: '12abc'"
# expect: ValueError "invalid literal for int() with base 0: '12abc'"
# expect: 76476
# expect: ValueError "invalid literal for int() with base 10: '0x'"
# expect: ValueError "could not convert string to float: '0x'"
# expect: ValueError "invalid literal for int() with base 0: '0x'"
# expect: ValueError "invalid literal for int() with base 16: '0x'"
# expect: ValueError "invalid literal for int() with base 10: '1.5e-3'"
# expect: 0.0015
# expect: ValueError "invalid literal for int() with base 0: '1.5e-3'"
# expect: ValueError "invalid literal for int() with base 16: '1.5e-3'"
# expect: ValueError "invalid literal for int() with base 10: '1e+'"
# expect: ValueError "could not convert string to float: '1e+'"
# expect: ValueError "invalid literal for int() with base 0: '1e+'"
# expect: ValueError "invalid literal for int() with base 16: '1e+'"
# expect: ValueError "invalid literal for int() with base 10: '1.e2'"
# expect: 100.0
# expect: ValueError "invalid literal for int() with base 0: '1.e2'"
# expect: ValueError "invalid literal for int() with base 16: '1.e2'"
# expect: ValueError "invalid literal for int() with base 10: '0.0'"
# expect: 0.0
# expect: ValueError "invalid literal for int() with base 0: '0.0'"
# expect: ValueError "invalid literal for int() with base 16: '0.0'"
# expect: ValueError "invalid literal for int() with base 10: '--1'"
# expect: ValueError "could not convert string to float: '--1'"
# expect: ValueError "invalid literal for int() with base 0: '--1'"
# expect: ValueError "invalid literal for int() with base 16: '--1'"
# expect: ValueError "invalid literal for int() with base 10: '1 2'"
# expect: ValueError "could not convert string to float: '1 2'"
# expect: ValueError "invalid literal for int() with base 0: '1 2'"
# expect: ValueError "invalid literal for int() with base 16: '1 2'"
# expect: 3
# expect: 3.0
# expect: 3
# expect: 3

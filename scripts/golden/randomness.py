"""Known answers of the random generator, from an implementation of its own."""

MASK = 0xFFFFFFFF


def rotate_left(x, k):
    return (x << k | x >> (32 - k)) & MASK


def split_mix_32(seed):
    """SplitMix32: a counter stepping by the golden ratio, mixed with a hash that C. Wellons' hash-prospector found."""
    state = seed & MASK
    while True:
        state = state + 0x9E3779B9 & MASK
        z = state
        z = (z ^ z >> 16) * 0x21F0AAAD & MASK
        z = (z ^ z >> 15) * 0x735A2D97 & MASK
        yield z ^ z >> 15


def xoshiro128_starstar(s):
    """Transcribed from https://prng.di.unimi.it/xoshiro128starstar.c (D. Blackman and S. Vigna, public domain)."""
    while True:
        yield rotate_left(s[1] * 5 & MASK, 7) * 9 & MASK
        t = s[1] << 9 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate_left(s[3], 11)


def known_answers(seed):
    mixer = split_mix_32(seed)
    state = [next(mixer) for _ in range(4)]
    bits = xoshiro128_starstar(list(state))
    pairs = xoshiro128_starstar(list(state))
    uniform = [((next(pairs) >> 5) * 67108864 + (next(pairs) >> 6)) / 9007199254740992 for _ in range(5)]
    return {"seed": seed, "bits": [next(bits) for _ in range(10)], "uniform": uniform}


cases = [known_answers(seed) for seed in (0, 1, 42, -1, 2**31, 123456789)]

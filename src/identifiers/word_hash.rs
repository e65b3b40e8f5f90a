// How a word list is indexed: by the build script, which writes the index, and by the program, which reads it.

/// FNV-1a: short words, no adversary.
pub fn hash(word: &[u8]) -> usize {
    let hash = word.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    (hash ^ (hash >> 32)) as usize
}

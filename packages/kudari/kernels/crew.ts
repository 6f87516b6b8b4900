/** How threads share out the tiles of a stage among themselves: a ticket of 64 bits, an epoch above, and below it how many tiles are left. */

/** Opens an epoch with so many tiles to take. */
export function open_epoch(control: usize, epoch: u32, tiles: u32): void {
  atomic.store<u64>(control, (<u64>epoch << 32) | <u64>tiles)
}

/** Takes a tile: how many were left before, or 0 where none is. Whoever gets one finishes it in the epoch that it belongs to. */
export function claim_tile(control: usize): u32 {
  let ticket = atomic.load<u64>(control)
  while (<u32>ticket != 0) {
    const found = atomic.cmpxchg<u64>(control, ticket, ticket - 1)
    if (found == ticket) return <u32>ticket
    ticket = found
  }
  return 0
}

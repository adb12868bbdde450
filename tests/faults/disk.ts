/**
 * A disk of its own, an image mounted as ext4, whose power can be cut: what was not yet on it is gone at the next mount, as the
 * file system’s own shutdown call does it. Linux, and an account that may mount; null elsewhere.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'

export type Disk = {
  folder: string
  /** Mounts it again, with what had reached it. */
  mount(): void
  unmount(): void
  discard(): void
}

/** ext4 commits its journal every five seconds by default: a longer time shows more of what nobody synced. */
const options = 'loop,commit=60'

export function aDisk(folder: string, megabytes = 64): Disk | null {
  if (process.platform !== 'linux') return null
  const image = `${folder}.img`
  const descriptor = openSync(image, 'w')
  ftruncateSync(descriptor, megabytes * 1024 * 1024)
  closeSync(descriptor)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isMade = isDone('mkfs.ext4', '-q', '-F', image) && isDone('mount', '-o', options, image, folder)
  if (!isMade) {
    rmSync(image)
    return null
  }
  const unmount = () => {
    if (!isDone('umount', folder)) throw new Error(`the disk of ${folder} is still in use`)
  }
  return {
    folder,
    mount() {
      // an image of its own: another program may hold the file system that was cut, in a mount namespace it made meanwhile, and
      // the kernel would give that one back, dead, for the image it comes from
      if (!isDone('cp', '--sparse=always', image, `${image}.left`))
        throw new Error(`the disk of ${folder} is not copied`)
      renameSync(`${image}.left`, image)
      if (!isDone('mount', '-o', options, image, folder)) throw new Error(`the disk of ${folder} does not mount again`)
    },
    unmount,
    discard() {
      spawnSync('umount', ['-l', folder])
      rmSync(image)
    },
  }
}

/** `EXT4_IOC_SHUTDOWN` with « no log flush »: from here on nothing reaches the disks, as when the current goes. */
const script = 'for (@ARGV) { open my $f, "<", $_ or die; my $flag = pack "L", 2; ioctl $f, 0x8004587d, $flag or die }'

/** Cuts them one right after the other. */
export function cutPower(...disks: Disk[]): void {
  if (!isDone('perl', '-e', script, ...disks.map(({ folder }) => folder)))
    throw new Error('the power cannot be cut here')
}

const isDone = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aDisk, cutPower } from './disk.ts'

/** Written, and on the disk; `synced` false: in memory alone. */
function write(file: string, text: string, synced: boolean) {
  const descriptor = openSync(file, 'w')
  writeFileSync(descriptor, text)
  if (synced) fsyncSync(descriptor)
  closeSync(descriptor)
}

/** A program in a mount namespace of its own, which has every disk that is mounted now until it ends. */
async function elsewhere() {
  const program = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', 'echo there; read end'])
  await once(program.stdout, 'data')
  return program
}

// once in 37 cuts the base did not open: a script that hides programs in a mount namespace ran beside the trial
test('a disk whose power was cut comes back with what was synced and nothing else, whoever else still has it mounted', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'ctg-disk-'))
  const disk = aDisk(join(folder, 'disk'))
  if (!disk) return context.skip('no disk can be mounted here')
  const file = (name: string) => join(disk.folder, name)
  try {
    write(file('synced'), 'a', true)
    write(file('unsynced'), 'b', false)
    const other = await elsewhere()
    cutPower(disk)
    disk.unmount()
    disk.mount()
    expect(readFileSync(file('synced'), 'utf8')).toBe('a')
    expect(existsSync(file('unsynced'))).toBe(false)
    write(file('after'), 'c', true)
    expect(readFileSync(file('after'), 'utf8')).toBe('c')
    other.stdin.end()
    await once(other, 'exit')
  } finally {
    disk.discard()
    rmSync(folder, { recursive: true })
  }
})

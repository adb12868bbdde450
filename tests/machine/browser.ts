/**
 * The browser of the tests: `CHROMIUM`, else one of the system, else the headless shell that comes with the packages
 * (`@sparticuz/chromium`), unpacked once with the libraries and fonts that a bare Linux machine lacks.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/** The shell without windows is the same engine for a third less of the processor. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const root = resolve(import.meta.dirname, '../..')

export type Browser = { file: string } | 'comes-with-packages' | null

/** What is there without unpacking anything; null where no browser can run. */
export function browserHere(environment = process.env): Browser {
  if (environment.CHROMIUM) return existsSync(environment.CHROMIUM) ? { file: environment.CHROMIUM } : null
  const folders = (environment.PATH ?? '').split(delimiter)
  const file = ['/usr/bin', ...folders]
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((candidate) => existsSync(candidate))
  if (file) return { file }
  return process.platform === 'linux' && process.arch === 'x64' && !isMusl() ? 'comes-with-packages' : null
}

function isMusl(): boolean {
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime === undefined
}

/** Names the browser for every test of the run, in `CHROMIUM`. @throws Error when the one of the packages does not start */
export default async function browser(): Promise<void> {
  const here = browserHere()
  if (here === null) throw new Error(noBrowser)
  process.env.CHROMIUM = here === 'comes-with-packages' ? await unpacked() : here.file
}

export const noBrowser =
  'NO BROWSER CAN RUN HERE: INSTALL CHROMIUM OR GOOGLE CHROME, OR NAME ONE IN THE VARIABLE CHROMIUM, TO TEST THE PAGES'

async function unpacked(): Promise<string> {
  const home = join(root, 'node_modules/@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`)
  const start = join(folder, 'start')
  if (!existsSync(start)) await unpack(join(home, 'bin'), folder)
  const { status, stderr } = spawnSync(start, ['--version'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${noBrowser} (${stderr.trim().split('\n')[0]})`)
  return start
}

async function unpack(from: string, folder: string): Promise<void> {
  process.stderr.write('No browser on this machine: unpacking the one of the packages…\n')
  const { inflate } = await import('@sparticuz/chromium')
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  // the package unpacks into the temporary folder, whatever it is named
  const { TMPDIR } = process.env
  process.env.TMPDIR = draft
  try {
    for (const part of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'])
      await inflate(join(from, part))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  writeFileSync(join(draft, 'fonts.conf'), fontsOf(folder))
  writeFileSync(join(draft, 'start'), startOf(folder))
  chmodSync(join(draft, 'start'), 0o755)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
}

const fontsOf = (folder: string) => `<?xml version="1.0"?>
<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`

/** The libraries are for this browser alone: another program would not start with them. */
const startOf = (folder: string) => `#!/bin/sh
export LD_LIBRARY_PATH='${folder}/al2023/lib' FONTCONFIG_FILE='${folder}/fonts.conf'
exec '${folder}/chromium' "$@"
`

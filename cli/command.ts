/** The frame of every command: options, `--help`, one document on stdout, a French sentence and exit ≠ 0 on failure. */
import { resolve, sep } from 'node:path'
import { inspect, type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/** A mistake or a situation the operator can mend; its message is a French sentence that says how. */
export class CommandError extends Error {}

export type Option = { type: 'string' | 'boolean'; default?: string | boolean; help: string; value?: string }
export type Values = Record<string, string | boolean | undefined>
export type CommandDescription = {
  name: string
  /** What it does, in one French sentence. */
  summary: string
  /** What may follow the options, for the help line: `DOSSIER`. */
  positionals?: string
  options: Record<string, Option>
  /** Prints its document with `print`; a number returned is the exit code. */
  run(values: Values, positionals: string[]): Promise<number | undefined>
}

/** Runs a command once with the process's own arguments. */
export async function command(description: CommandDescription): Promise<void> {
  // whoever reads may have seen enough: `… | head` is no failure
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const fail = (error: unknown) => {
    process.stderr.write(`${error instanceof CommandError ? error.message : unexpected(description.name, error)}\n`)
    process.exitCode = 1
  }
  process.once('uncaughtException', (error) => {
    fail(error)
    process.exit()
  })
  try {
    const options: Record<string, Option> = {
      ...description.options,
      help: { type: 'boolean', help: 'affiche cette aide' },
    }
    const { values, positionals } = readArguments(description, options)
    if (values.help) {
      process.stdout.write(helpOf(description, options))
      return
    }
    process.exitCode = (await description.run(values, positionals)) ?? 0
    if (process.exitCode !== 0 && values.json)
      say(`La commande « ${description.name} » a trouvé à redire : le document dit quoi.`)
  } catch (error) {
    fail(error)
  }
}

/** What breaks and should not, in one sentence: its kind and the line of our code, never its message, which may hold anything. */
function unexpected(name: string, error: unknown): string {
  if (process.env.SHOW_ERRORS === 'yes') return inspect(error)
  const root = `${resolve(import.meta.dirname, '..')}${sep}`
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : []
  const ours = frames.find((frame) => frame.includes(root) && !frame.includes('node_modules'))
  const line = ours?.slice(ours.indexOf(root) + root.length).replace(/:\d+\)?$/, '')
  const kind = [error instanceof Error ? error.name : typeof error, ...(line ? [line] : [])].join(', ')
  return `La commande « ${name} » s’est arrêtée sur une erreur inattendue (${kind}). Relancez-la ; si elle revient, HOST=localhost SHOW_ERRORS=yes devant la commande en montre le détail.`
}

function readArguments(description: CommandDescription, options: Record<string, Option>) {
  const config: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(options).map(([name, { type, default: initial }]) => [
      name,
      initial === undefined ? { type } : { type, default: initial },
    ]),
  )
  // checked here: Node says what is wrong in English
  const { values, positionals, tokens } = parseArgs({
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  for (const token of tokens) {
    const why = wrong(token, options, description.positionals !== undefined)
    if (why)
      throw new CommandError(`${why}\nTapez « npm run ${description.name} -- --help » pour voir ce qui est possible.`)
  }
  return { values: values as Values, positionals }
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

function wrong(token: Token, options: Record<string, Option>, takesPositionals: boolean): string | null {
  if (token.kind === 'positional')
    return takesPositionals
      ? null
      : `« ${token.value} »\u202f: cette commande ne prend que des options, qui commencent par --.`
  if (token.kind === 'option-terminator') return null
  const { rawName, value } = token
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (!option) return `L’option ${rawName} n’existe pas.`
  if (option.type === 'boolean') return value === undefined ? null : `L’option ${rawName} ne prend pas de valeur.`
  if (value && (token.inlineValue || !value.startsWith('-'))) return null
  return `L’option ${rawName} attend une valeur\u202f: ${rawName} ${option.value ?? 'VALEUR'}.`
}

function helpOf({ name, summary, positionals }: CommandDescription, options: Record<string, Option>): string {
  const rows = Object.entries(options).map(([option, { value, help, default: initial }]) => {
    const left = `--${option}${value ? ` ${value}` : ''}`
    const shown = initial === undefined || initial === false || initial === '' ? '' : ` (par défaut : ${initial})`
    return `  ${left.padEnd(26)} ${help}${shown}`
  })
  return `${summary}\n\nUsage : npm run ${name} -- [options]${positionals ? ` ${positionals}` : ''}\n\n${rows.join('\n')}\n`
}

/** Writes what the operator should know on stderr. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** Writes the command's one document on stdout. */
export function print(document: unknown): void {
  process.stdout.write(typeof document === 'string' ? document : `${JSON.stringify(document, null, 2)}\n`)
}

/** A progress bar on stderr, drawn only in a terminal. */
export function progress(label: string, total: number): { step(done: number): void; end(): void } {
  const terminal = process.stderr.isTTY === true
  let drawn = -1
  return {
    step(done) {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
      if (!terminal || percent === drawn) return
      drawn = percent
      const filled = Math.round(percent / 4)
      process.stderr.write(`\r${label} [${'█'.repeat(filled)}${'·'.repeat(25 - filled)}] ${percent} %`)
    },
    end() {
      if (terminal) process.stderr.write('\r\x1b[K')
    },
  }
}

/** The screen as a person left it, drawn at once for who comes back while the questions are made: a slow phone shows it in 1.1 s instead of 2.3. */

/** An element or a text, as it stood. */
export type Piece = string | { tag: string; given: Record<string, string | boolean>; within: Piece[] }
export type AsLeft = {
  /** What it was drawn for: another language, width or version of the pages draws it otherwise. */
  of: string
  step: string
  progress: Piece
  questions: Piece
}

const formAt = '.shell-main > .questions'

const drawnFor = () => {
  const { lang, dataset } = document.documentElement
  return [lang, dataset.size, innerWidth, import.meta.url].join(' ')
}

/** @returns undefined where no question stands */
export function asLeft(step: string): AsLeft | undefined {
  const [questions, progress] = [document.querySelector(formAt), document.querySelector('#content > .progress')]
  return questions && progress
    ? { of: drawnFor(), step, progress: pieceOf(progress), questions: pieceOf(questions) }
    : undefined
}

/** @returns null when it would be drawn otherwise today */
export const leftHere = (left: AsLeft | undefined): AsLeft | null => (left?.of === drawnFor() ? left : null)

function pieceOf(element: Element): Piece {
  const given: Record<string, string | boolean> = {}
  for (const { name, value } of element.attributes)
    given[name] = value === '' && typeof element[name as keyof Element] === 'boolean' ? true : value
  // what it begins with: what was done meanwhile stays, and is told apart
  if (isTicked(element)) given.defaultChecked = element.checked
  else if (element instanceof HTMLOptionElement) given.defaultSelected = element.selected
  else if (isTyped(element)) given.defaultValue = element.value
  const within = element instanceof HTMLTextAreaElement ? [] : [...element.childNodes].flatMap(partOf)
  return { tag: element.localName, given, within }
}

const partOf = (node: Node): Piece[] =>
  node instanceof Element ? [pieceOf(node)] : node instanceof Text ? [node.data] : []

type Filled = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const isTicked = (control: unknown): control is HTMLInputElement =>
  control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)
const isTyped = (control: unknown): control is HTMLInputElement | HTMLTextAreaElement =>
  control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement

const isChanged = (control: Filled) =>
  isTicked(control)
    ? control.checked !== control.defaultChecked
    : isTyped(control)
      ? control.value !== control.defaultValue
      : [...control.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)

/** What was done on the screen meanwhile. */
export type Touched = { form: Element; pressed: HTMLButtonElement | null; top: number }

/** Does it again on the questions that stand in its place. */
export function giveAgain({ form, pressed, top }: Touched): void {
  const live = document.querySelector(formAt)
  if (live === null) return
  /** At the same place of its question, or of the form. */
  const counterpart = <T extends Element>(one: T, kind: string): T | undefined => {
    const block = one.closest('[data-name]')
    const there = block ? live.querySelector(`[data-name="${block.getAttribute('data-name')}"]`) : live
    const [before, now] = [block ?? form, there].map((root) => [...(root?.querySelectorAll<T>(kind) ?? [])])
    return before!.length === now!.length ? now![before!.indexOf(one)] : undefined
  }
  const controls = 'input, textarea, select'
  const changed = [...form.querySelectorAll<Filled>(controls)].filter(isChanged)
  const pairs = changed.map((one) => [one, counterpart(one, controls)] as const)
  const button = pressed ? counterpart(pressed, 'button') : undefined
  for (const [before, now] of pairs) {
    if (now === undefined) continue
    if (isTicked(before) && isTicked(now)) {
      if (before.checked !== now.checked && (before.checked || now.type === 'checkbox')) now.click()
    } else if (before.value !== now.value) {
      now.value = before.value
      for (const type of ['input', 'change']) now.dispatchEvent(new Event(type, { bubbles: true }))
    }
  }
  button?.click()
  if (top > 0) scrollTo(0, top)
}

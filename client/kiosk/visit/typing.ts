/** Typing into a field from the screen: as a key of a real keyboard would, at the caret, within the field's length. */

export type Field = HTMLInputElement | HTMLTextAreaElement

export function isField(node: unknown): node is Field {
  if (node instanceof HTMLTextAreaElement) return true
  return node instanceof HTMLInputElement && ['text', 'search', 'tel'].includes(node.type)
}

/** @param text what is added; null erases what is selected, or the character before the caret */
export function type(field: Field, text: string | null): void {
  const end = field.value.length
  const [from, to] = [field.selectionStart ?? end, field.selectionEnd ?? end]
  const before =
    text === null && from === to ? [...field.value.slice(0, from)].slice(0, -1).join('') : field.value.slice(0, from)
  const next = before + (text ?? '') + field.value.slice(to)
  if (field.maxLength >= 0 && next.length > field.maxLength) return
  // past React's own record of the value, so that it sees the change
  const owner = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(owner.prototype, 'value')!.set!.call(field, next)
  const caret = before.length + (text ?? '').length
  field.setSelectionRange(caret, caret)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  field.setSelectionRange(caret, caret)
  // a real key brings its line into sight
  if (caret === next.length) field.scrollTop = field.scrollHeight
}

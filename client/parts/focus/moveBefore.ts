/** A part of the page put elsewhere keeps the focus that is in it, in browsers too that cannot move it in one step. */

// the compiler knows every browser to have it
const parts: { moveBefore?: Element['moveBefore'] } = Element.prototype
parts.moveBefore ??= function (this: Element, part, place) {
  const held = document.activeElement
  this.insertBefore(part, place)
  if (held instanceof HTMLElement && part.contains(held)) held.focus({ preventScroll: true })
}

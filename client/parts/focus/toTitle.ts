/** Goes to the top of what has just come: its title is heard first. @returns whether there is one yet */
export function toTitle(): boolean {
  // what the server wrote of the page, or its outline, gives way to the page itself
  const title = document.querySelector('.skeleton') ? null : document.querySelector<HTMLElement>('main h1')
  if (title === null) return false
  scrollTo(0, 0)
  title.tabIndex = -1
  title.focus({ preventScroll: true })
  return true
}

/** Whatever fails while it is drawn, or never comes through the network, gives way to a page that says so. */
import { Component, type ReactNode } from 'react'

type Props = {
  children: ReactNode
  /** What is shown instead. */
  instead: () => ReactNode
  /** Address of what is drawn: another one is tried anew. */
  at?: string
}

export class Boundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError = () => ({ hasFailed: true })
  override componentDidUpdate({ at }: Props) {
    if (at !== this.props.at && this.state.hasFailed) this.setState({ hasFailed: false })
  }
  override render() {
    return this.state.hasFailed ? this.props.instead() : this.props.children
  }
}

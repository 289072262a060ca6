/**
 * Milliseconds of processor time of this process until now. What takes far too long takes them too, and unlike the clock
 * they do not grow where others share the cores.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

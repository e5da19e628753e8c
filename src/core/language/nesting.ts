/** As deep as js-yaml reads, and the Hub with it. */
const DEEPEST = 100;

/**
 * Whether YAML is nested too deeply for the YAML language server. It reads by recursion and would run out of stack,
 * and a regular expression that is compiled where the stack ends takes the whole process along.
 */
export function isTooDeep(yaml: string): boolean {
  let open = 0;
  // `- - - x` opens levels within a line; tags and anchors are read by recursion as well.
  let inLine = 0;
  for (let at = 0; at < yaml.length; at += 1) {
    switch (yaml.charAt(at)) {
      case '\n':
        inLine = 0;
        break;
      case '[':
      case '{':
        open += 1;
        break;
      case ']':
      case '}':
        open = Math.max(0, open - 1);
        break;
      case '-':
      case '?':
      case '!':
      case '&':
        if (isBlank(yaml.charAt(at - 1))) inLine += 1;
        break;
    }
    if (open + inLine > DEEPEST) return true;
  }
  return false;
}

function isBlank(character: string): boolean {
  return character === '' || character === ' ' || character === '\t' || character === '\n';
}

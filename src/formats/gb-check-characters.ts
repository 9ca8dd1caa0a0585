const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditCodeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

function weightedSum(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(text.charAt(at)), 0);
}

/** Check character of GB 32100 for the first 17 characters of a unified social credit code. */
export function creditCodeCheckCharacter(text: string): string {
  return creditCodeAlphabet.charAt(
    (31 - (weightedSum(text, creditCodeWeights, creditCodeAlphabet) % 31)) % 31,
  );
}

/** Check character of GB 11714 for the first 8 characters of an organisation code (0-9, A-Z). */
export function organisationCheckCharacter(text: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return '0X987654321'.charAt(weightedSum(text, organisationWeights, alphabet) % 11);
}

/** Check character of GB 11643 for the first 17 digits of a citizen identification number. */
export function citizenCheckCharacter(text: string): string {
  return '10X98765432'.charAt(weightedSum(text, citizenWeights, '0123456789') % 11);
}

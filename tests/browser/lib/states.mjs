export const browserStates = [];
export const matrixStates = [];

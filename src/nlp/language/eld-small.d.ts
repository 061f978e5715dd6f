// The package types its main entry only; the smaller database has the same shape.
declare module "eld/small" {
  export const eld: {
    detect(text: string): {
      readonly language: string;
      getScores(): Readonly<Record<string, number>>;
      isReliable(): boolean;
    };
  };
}

namespace Rapport.Core.Composing.Guardrails;

/// <summary>The kinds of violations; <c>docs/reference/guardrails.md</c> says what each means.</summary>
public static class Codes
{
    public const string InventedFact = "invented-fact";
    public const string WrongFact = "wrong-fact";
    public const string MedicalAdvice = "medical-advice";
    public const string SensitiveDisclosure = "sensitive-disclosure";
    public const string SalesPitch = "sales-pitch";
    public const string PressureOrGuilt = "pressure-or-guilt";
    public const string Shaming = "shaming";
    public const string FakeIntimacy = "fake-intimacy";
    public const string FalseHumanClaim = "false-human-claim";
    public const string WrongLanguage = "wrong-language";
    public const string TooComplex = "too-complex";
    public const string TooLong = "too-long";
    public const string MissingOptOut = "missing-opt-out";
    public const string BrokenPlaceholder = "broken-placeholder";
    public const string PromptLeak = "prompt-leak";
    public const string UnsafeLink = "unsafe-link";
    public const string Discriminatory = "discriminatory";
    public const string MissingSender = "missing-sender";
    public const string BrokenText = "broken-text";
}

namespace Rapport.Core.Composing.Guardrails;

/// <summary>A message informs; it never sells, praises its sender or offers a bargain.</summary>
public sealed record NoSalesPitch() : PhraseGuardrail(Codes.SalesPitch, "is sales talk");

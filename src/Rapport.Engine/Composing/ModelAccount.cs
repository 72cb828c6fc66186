namespace Rapport.Engine.Composing;

/// <summary>What a language model costs, and how much may be spent.</summary>
/// <param name="InputPricePerMillion">Per million input tokens.</param>
/// <param name="OutputPricePerMillion">Per million output tokens.</param>
/// <param name="DailySpendLimit">Most that may be spent on one day of the practice; nothing is asked beyond it.</param>
/// <param name="Currency">ISO 4217, as the prices are given.</param>
public sealed record ModelAccount(decimal InputPricePerMillion, decimal OutputPricePerMillion, decimal DailySpendLimit, string Currency = "USD")
{
    private const decimal Million = 1_000_000m;

    public decimal CostOf(ModelUsage usage) => ((usage.InputTokens * InputPricePerMillion) + (usage.OutputTokens * OutputPricePerMillion)) / Million;
}

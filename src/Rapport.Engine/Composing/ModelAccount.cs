namespace Rapport.Engine.Composing;

/// <summary>What a language model costs, and how much of it a day may cost.</summary>
/// <param name="InputPricePerMillion">For a million tokens that the model reads.</param>
/// <param name="OutputPricePerMillion">For a million tokens that it writes.</param>
/// <param name="DailySpendLimit">Once a day's calls have cost this much, no more are made that day.</param>
/// <param name="Currency">ISO 4217; of all three amounts.</param>
public sealed record ModelAccount(decimal InputPricePerMillion, decimal OutputPricePerMillion, decimal DailySpendLimit, string Currency = "USD")
{
    private const decimal Million = 1_000_000;

    /// <summary>What a call cost, by what its provider counted.</summary>
    public decimal CostOf(ModelUsage usage) => ((usage.InputTokens * InputPricePerMillion) + (usage.OutputTokens * OutputPricePerMillion)) / Million;
}

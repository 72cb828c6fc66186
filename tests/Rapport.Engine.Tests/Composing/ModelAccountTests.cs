using Rapport.Engine.Composing;

namespace Rapport.Engine.Tests.Composing;

public sealed class ModelAccountTests
{
    [Fact]
    public void A_call_costs_what_it_read_and_what_it_wrote()
    {
        var account = new ModelAccount(InputPricePerMillion: 0.40m, OutputPricePerMillion: 1.60m, DailySpendLimit: 5);

        account.CostOf(new(InputTokens: 1_500, OutputTokens: 500)).ShouldBe(0.0014m);
        account.CostOf(default).ShouldBe(0);
    }

    [Fact]
    public void The_largest_counts_and_prices_do_not_overflow() =>
        new ModelAccount(100_000, 100_000, 5).CostOf(new(long.MaxValue, long.MaxValue)).ShouldBeGreaterThan(0);
}

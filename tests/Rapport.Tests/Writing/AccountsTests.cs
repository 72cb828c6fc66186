using System.Text.Json.Nodes;
using Rapport.Engine.Composing;
using Rapport.TestKit.LanguageModels;
using Rapport.Tests.Day;

namespace Rapport.Tests.Writing;

/// <summary>What is asked is kept, counted, and stops at the limit.</summary>
public sealed class AccountsTests
{
    [Fact]
    public async Task Every_request_is_kept_word_for_word_and_counted_by_program()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();

        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);

        var calls = practice.Pipeline.Writing.Log.Since(DateTimeOffset.MinValue);
        calls.Count.ShouldBe(server.Calls.Count);
        calls.ShouldAllBe(c => c.Task == ModelTask.Templates && c.Outcome == "given" && c.Program == "appointment" && c.Cost == ((120 * 1m) + (40 * 4m)) / 1_000_000m);
        calls.Select(c => practice.Pipeline.Writing.Log.Find(c.Id)!.Input).Order().ShouldBe(server.Calls.Select(c => c.Input).Order());
    }

    [Fact]
    public async Task At_the_day_s_limit_nobody_is_asked_until_tomorrow()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server, settings: all => all["model"]!["dailySpendLimit"] = 0.0001);
        practice.Import();

        var written = (await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct)).ShouldNotBeNull();

        server.Calls.ShouldBeEmpty();
        written.Stopped.ShouldNotBeNull().ShouldContain("limit");
        practice.Plan();
        await practice.Live("2026-09-16 21:00");
        practice.Outbox.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_new_day_has_its_own_limit()
    {
        await using var server = new ModelServer(_ => new ModelReply.Words("nothing of use", InputTokens: 4_000));
        // What the first answer cost leaves nothing for a second one.
        using var practice = WritingDay.Open(server, settings: all =>
        {
            all["model"]!["dailySpendLimit"] = 0.03;
            all["model"]!["inputPricePerMillion"] = 10;
            all["model"]!["outputPricePerMillion"] = 1;
        });
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);

        var first = server.Calls.Count;
        practice.MoveTo("2026-09-16 07:00");
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);

        first.ShouldBe(1);
        server.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_calls_of_a_month_keep_to_their_share_of_its_messages()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server, settings: all => all["writing"] = new JsonObject { ["callsPerThousandMessages"] = 500 });
        practice.Import();

        for (var day = 15; day < 20; day++)
        {
            practice.MoveTo($"2026-09-{day} 07:00");
            await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        }

        var forecast = practice.Pipeline.Writing.Forecasts.Look(30, PracticeDay.Ct);
        server.Calls.Count.ShouldBeLessThanOrEqualTo(4);
        forecast.Messages.ShouldBeLessThanOrEqualTo(8);
    }
}

using System.Globalization;
using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.TestKit;
using Rapport.TestKit.LanguageModels;
using Rapport.Tests.Day;

namespace Rapport.Tests.Writing;

/// <summary>Cost grows with situations, not with patients: a month of the invented practice with a model at hand.</summary>
public sealed class ModelCallsTests
{
    private const int Days = 30;

    [Fact]
    public async Task A_month_of_the_demo_practice_asks_twenty_times_for_a_thousand_messages_at_most()
    {
        await using var server = new ModelServer(call => ModelReply.Good(ScriptedWriter.Answer(call.Input)));

        using var demo = await DemoDays.Live(new DateOnly(2026, 11, 24), seed: 2026, Days, server);

        var (calls, messages) = (server.Calls.Count, demo.Sent.Select(s => s.Message!.Id).Distinct().Count());
        var byModel = demo.Sent.Where(s => !WritingDay.IsOfThePack(s.Message!.Template)).Select(s => s.Message!.Id).Distinct().Count();
        Reports.Write("model-calls.md", Report(calls, messages, byModel, demo.Written));
        messages.ShouldBeGreaterThan(200);
        calls.ShouldBeGreaterThan(0);
        byModel.ShouldBeGreaterThan(0);
        (1_000.0 * calls / messages).ShouldBeLessThanOrEqualTo(20);
    }

    private static string Report(int calls, int messages, int byModel, IReadOnlyList<WrittenTemplate> written) => string.Create(CultureInfo.InvariantCulture, $"""
        # Model calls

        Written by `ModelCallsTests` (set `RAPPORT_WRITE_REPORTS=1`): the demo practice lives {Days} days with the scripted model, and a person approves every template.

        | | |
        | --- | ---: |
        | messages sent | {messages} |
        | model calls, second tries included | {calls} |
        | calls per 1,000 messages | {1_000.0 * calls / messages:0.0} |
        | templates that passed every check | {written.Count} |
        | messages with a model's words | {byModel} ({100.0 * byModel / messages:0} %) |

        A million people: see [bench/results/calls.md](../../bench/results/calls.md).
        """);
}

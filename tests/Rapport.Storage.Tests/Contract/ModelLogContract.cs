using Rapport.Engine.Composing;
using Rapport.Engine.Composing.Writing;

namespace Rapport.Storage.Tests.Contract;

public abstract class ModelLogContract : StoreContract
{
    [Fact]
    public void A_request_is_kept_before_its_answer_and_with_it()
    {
        var call = Call(1);
        Stores.ModelLog.Begin(call, Request());
        Stores.ModelLog.Since(A.Monday).ShouldBe([call]);
        Stores.ModelLog.Find(call.Id).ShouldBe(new ModelCallText("Écrire — be kind.", """{"situation":"cumpleaños"}""", null));

        Stores.ModelLog.End(call.Id, "given", new ModelUsage(1200, 340, 2), 0.000_725m, """{"body":"¡Feliz cumpleaños!"}""");

        Stores.ModelLog.Since(A.Monday).ShouldBe([call with { Outcome = "given", Usage = new ModelUsage(1200, 340, 2), Cost = 0.000_725m }]);
        Stores.ModelLog.Find(call.Id)!.ShouldSatisfyAllConditions(
            t => t.Input.ShouldBe("""{"situation":"cumpleaños"}"""), t => t.Answer.ShouldBe("""{"body":"¡Feliz cumpleaños!"}"""));
    }

    [Fact]
    public void A_call_without_an_answer_keeps_its_question()
    {
        var call = Call(1);
        Stores.ModelLog.Begin(call, Request());

        Stores.ModelLog.End(call.Id, "timed-out", new ModelUsage(0, 0, 3), 0, null);

        Stores.ModelLog.Find(call.Id)!.ShouldSatisfyAllConditions(t => t.Instructions.ShouldBe("Écrire — be kind."), t => t.Answer.ShouldBeNull());
        Stores.ModelLog.Since(A.Monday).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Outcome.ShouldBe("timed-out"), c => c.Usage.Attempts.ShouldBe(3), c => c.Cost.ShouldBe(0));
    }

    [Fact]
    public void An_unknown_call_has_no_text_and_cannot_end()
    {
        var unknown = Call(9).Id;

        Stores.ModelLog.Find(unknown).ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Stores.ModelLog.End(unknown, "given", default, 0, "{}"));
    }

    [Fact]
    public void The_latest_call_comes_first()
    {
        Begin(Call(2, minute: 5), Call(1, minute: 0), Call(4, minute: 5), Call(3, minute: 9), Call(5, minute: -1));

        Stores.ModelLog.Since(A.Monday).Select(c => c.Id).ShouldBe([Call(3).Id, Call(4).Id, Call(2).Id, Call(1).Id]);
    }

    [Fact]
    public void What_an_unfinished_call_may_cost_counts_as_spent_until_it_has_ended()
    {
        Begin(Call(1, minute: -1, cost: 100), Call(2, cost: 0.02m), Call(3, cost: 0.03m));
        Stores.ModelLog.SpentSince(A.Monday).ShouldBe(0.05m);

        Stores.ModelLog.End(Call(2).Id, "given", new ModelUsage(10, 10), 0.000_000_1m, "{}");

        Stores.ModelLog.SpentSince(A.Monday).ShouldBe(0.030_000_1m);
        using var later = Open();
        later.ModelLog.SpentSince(A.Monday).ShouldBe(0.030_000_1m);
        later.ModelLog.SpentSince(A.Monday.AddHours(1)).ShouldBe(0);
    }

    [Fact]
    public void Many_small_costs_add_up_to_the_last_billionth_and_smaller_ones_are_rounded_up()
    {
        Begin([.. Enumerable.Range(1, 10).Select(i => Call(i, cost: 0.000_000_1m)), Call(11, cost: 0.000_000_000_1m)]);

        Stores.ModelLog.SpentSince(A.Monday).ShouldBe(0.000_001_001m);
    }

    [Fact]
    public void Another_practice_sees_no_call_of_this_one()
    {
        var call = Call(1, cost: 5);
        Begin(call);
        using var oak = OpenFor("oak");

        oak.ModelLog.Since(A.Monday).ShouldBeEmpty();
        oak.ModelLog.SpentSince(A.Monday).ShouldBe(0);
        oak.ModelLog.Find(call.Id).ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => oak.ModelLog.End(call.Id, "given", default, 0, "{}"));

        Stores.ModelLog.SpentSince(A.Monday).ShouldBe(5);
    }

    private static ModelCall Call(int number, int minute = 0, decimal cost = 0.01m) => new()
    {
        Id = new Guid(number, 0, 0, new byte[8]),
        At = A.Monday.AddMinutes(minute),
        Task = ModelTask.ReplyDraft,
        Program = "moments",
        Model = "openai/gpt",
        Cost = cost,
    };

    private static ModelRequest Request() => new()
    {
        Task = ModelTask.ReplyDraft,
        Program = "moments",
        Instructions = "Écrire — be kind.",
        Input = """{"situation":"cumpleaños"}""",
        SchemaName = "words",
        Schema = "{}",
    };

    private void Begin(params ModelCall[] calls)
    {
        foreach (var call in calls)
        {
            Stores.ModelLog.Begin(call, Request());
        }
    }
}

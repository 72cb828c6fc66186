using Rapport.Core.Planning;
using Rapport.Engine.Delivery;
using Rapport.Engine.Planning;

namespace Rapport.Storage.Tests.Contract;

public abstract class OutboxContract : StoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Ten = A.Monday.AddHours(1);

    [Fact]
    public void What_is_due_is_claimed_beside_the_truth_of_that_moment()
    {
        var touch = A.Touch();
        Has(touch);
        Stores.Records.Write([A.Patient() with { Gender = "female" }], A.Monday);
        var seen = new List<DueHousehold>();

        Stores.Outbox.Claim(Ten.AddTicks(-1), 10, Lease, A.SendAll).ShouldBeEmpty();
        var claimed = Stores.Outbox.Claim(Ten, 10, Lease, due =>
        {
            seen.Add(due);
            return A.SendAll(due);
        });

        claimed.ShouldHaveSingleItem().ShouldBe(Stores.Touch(touch));
        claimed[0].Touch.Status.ShouldBe(TouchStatus.Claimed);
        claimed[0].Message!.Body.ShouldBe("About ana/visit-1.");
        seen.ShouldHaveSingleItem().Charts.Charts[0].Patient.Gender.ShouldBe("female");
        Stores.Outbox.Claim(Ten, 10, Lease, A.SendAll).ShouldBeEmpty();
    }

    [Fact]
    public void A_household_is_decided_once_and_visits_go_first()
    {
        var (birthday, visit) = (A.Touch("2026", program: "moments", step: "birthday"), A.Touch());
        Has(birthday, visit);
        var times = 0;

        var claimed = Stores.Outbox.Claim(Ten, 10, Lease, due =>
        {
            times++;
            return A.SendAll(due);
        });

        times.ShouldBe(1);
        claimed.Select(c => c.Touch.Program).ShouldBe(["appointment", "moments"]);
    }

    [Fact]
    public void A_group_is_claimed_whole_even_beyond_the_maximum()
    {
        var later = A.Touch("v2", group: "g");
        Has(A.Touch("v1", group: "g"), later with { Window = later.Window with { BestAt = Ten.AddHours(3) } }, A.Touch("v3"));

        Stores.Outbox.Claim(Ten, 1, Lease, A.SendAll).Select(c => c.Touch.GroupKey).ShouldBe(["ana/v3"]);
        Stores.Outbox.Claim(Ten, 1, Lease, A.SendAll).Select(c => c.Touch.GroupKey).ShouldBe(["g", "g"]);
    }

    [Fact]
    public void What_must_wait_is_asked_again_only_then()
    {
        var touch = A.Touch();
        Has(touch);

        Stores.Outbox.Claim(Ten, 10, Lease, due => [new ClaimDecision.Wait(touch.Id, Ten.AddHours(2), "quiet hours")]).ShouldBeEmpty();

        Stores.Touch(touch).Reason.ShouldBe("quiet hours");
        Stores.Touch(touch).Touch.Status.ShouldBe(TouchStatus.Approved);
        Stores.Outbox.NextDueAt().ShouldBe(Ten.AddHours(2));
        Stores.Outbox.Claim(Ten.AddHours(1), 10, Lease, A.SendAll).ShouldBeEmpty();
        Stores.Outbox.Claim(Ten.AddHours(2), 10, Lease, A.SendAll).Count.ShouldBe(1);
        Stores.Touch(touch).Reason.ShouldBeNull();
    }

    [Fact]
    public void Changed_facts_get_other_words_and_are_asked_again_at_once()
    {
        var (touch, words) = (A.Touch(), A.Message("New words.", "new"));
        Has(touch);

        Stores.Outbox.Claim(Ten, 10, Lease, due => [new ClaimDecision.Recompose(touch.Id, words)]).ShouldBeEmpty();

        Stores.Touch(touch).Message.ShouldBe(words);
        Stores.Outbox.Claim(Ten, 10, Lease, A.SendAll).ShouldHaveSingleItem().Message.ShouldBe(words);
    }

    [Fact]
    public void What_ends_at_the_gate_says_why()
    {
        var touch = A.Touch();
        Has(touch);

        Stores.Outbox.Claim(Ten, 10, Lease, due => [new ClaimDecision.End(touch.Id, TouchStatus.Expired, "too late to be useful")]).ShouldBeEmpty();

        Stores.Touch(touch).ShouldSatisfyAllConditions(t => t.Touch.Status.ShouldBe(TouchStatus.Expired), t => t.Reason.ShouldBe("too late to be useful"));
        Stores.Outbox.NextDueAt().ShouldBeNull();
    }

    [Fact]
    public void A_gate_that_fails_leaves_everything_as_it_was()
    {
        var touch = A.Touch();
        Has(touch);
        var before = Stores.Touch(touch);

        Should.Throw<InvalidOperationException>(() => Stores.Outbox.Claim(Ten, 10, Lease, _ => throw new InvalidOperationException()));
        Should.Throw<InvalidOperationException>(() => Stores.Outbox.Claim(Ten, 10, Lease, _ => []));
        Should.Throw<InvalidOperationException>(() => Stores.Outbox.Claim(Ten, 10, Lease, _ => [new ClaimDecision.End(touch.Id, TouchStatus.Sent, "")]));

        Stores.Touch(touch).ShouldBe(before);
        Stores.Outbox.Claim(Ten, 10, Lease, A.SendAll).Count.ShouldBe(1);
    }

    [Fact]
    public void What_a_dead_process_claimed_is_claimed_again_after_its_lease()
    {
        var touch = A.Touch();
        Has(touch);
        using (var dies = Open())
        {
            dies.Outbox.Claim(Ten, 10, Lease, A.SendAll).Count.ShouldBe(1);
        }

        Stores.Outbox.NextDueAt().ShouldBe(Ten + Lease);
        Stores.Outbox.Claim(Ten + Lease - TimeSpan.FromTicks(1), 10, Lease, A.SendAll).ShouldBeEmpty();
        Stores.Outbox.Claim(Ten + Lease, 10, Lease, A.SendAll).Count.ShouldBe(1);
    }

    [Fact]
    public void A_provider_that_says_later_is_asked_later()
    {
        var touch = A.Touch();
        Has(touch);
        Stores.Outbox.Claim(Ten, 10, Lease, A.SendAll);

        Stores.Outbox.Record([new(touch.Id, TouchStatus.Failed, "mailbox busy", RetryAt: Ten.AddHours(1))], Ten);

        Stores.Touch(touch).ShouldSatisfyAllConditions(t => t.Touch.Status.ShouldBe(TouchStatus.Claimed), t => t.Reason.ShouldBe("mailbox busy"));
        Stores.Outbox.Claim(Ten + Lease, 10, Lease, A.SendAll).ShouldBeEmpty();
        Stores.Outbox.Claim(Ten.AddHours(1), 10, Lease, A.SendAll).Count.ShouldBe(1);
    }

    [Fact]
    public void The_first_outcome_stands_when_two_processes_report()
    {
        var touch = A.Touch();
        Has(touch);
        Stores.Outbox.Claim(Ten, 10, Lease, A.SendAll);

        Stores.Outbox.Record([new(touch.Id, TouchStatus.Sent, null)], Ten);
        Stores.Outbox.Record([new(touch.Id, TouchStatus.Failed, "timed out")], Ten.AddHours(1));

        Stores.Touch(touch).ShouldSatisfyAllConditions(t => t.Touch.Status.ShouldBe(TouchStatus.Sent), t => t.SentAt.ShouldBe(Ten));
    }

    [Fact]
    public void An_opt_out_also_ends_what_is_already_queued()
    {
        var (queued, planned) = (A.Touch("v1"), A.Touch("v2"));
        Has(queued);
        Stores.Touches.Save([A.Plan(queued, planned)], A.Monday);

        Stores.Outbox.Suppress("ana@example.org", "asked us to stop", Ten);

        Stores.Touches.TouchesOf([new("ana")]).ShouldAllBe(t => t.Touch.Status == TouchStatus.Suppressed && t.Reason == "asked us to stop");
        Stores.Outbox.NextDueAt().ShouldBeNull();
    }

    [Fact]
    public async Task Two_processes_never_claim_the_same_touch()
    {
        Stores.Records.Write([.. Enumerable.Range(0, 200).Select(i => A.Patient($"p{i:D3}"))], A.Monday);
        foreach (var i in Enumerable.Range(0, 200))
        {
            Stores.HasApproved(A.Touch($"v{i}", patient: $"p{i:D3}"));
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(ClaimAll)));

        claims.Sum(c => c.Count).ShouldBe(200);
        claims.SelectMany(c => c).Select(c => c.Touch.Id).Distinct().Count().ShouldBe(200);
    }

    private List<StoredTouch> ClaimAll()
    {
        using var process = Open();
        var claimed = new List<StoredTouch>();
        while (process.Outbox.Claim(Ten, 7, Lease, A.SendAll) is { Count: > 0 } some)
        {
            claimed.AddRange(some);
        }

        return claimed;
    }

    private void Has(params Touch[] touches)
    {
        Stores.Records.Write([A.Patient(), A.Appointment()], A.Monday);
        Stores.HasApproved(touches);
    }
}

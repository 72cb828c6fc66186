using Rapport.Core.Planning;

namespace Rapport.Core.Tests.Planning;

public sealed class GroupingTests
{
    [Fact]
    public void The_visits_of_a_family_on_one_day_are_one_message() =>
        Groups(Plans.ForVisits(Child("c1").Seeing(A.Visit("v1")), Child("c2").Seeing(A.Visit("v2").Starting("2026-03-06T14:30-05:00")))).ShouldBe(1);

    [Fact]
    public void A_mothers_own_visit_on_that_day_is_in_it_too() =>
        Groups(Plans.ForVisits(A.Patient().Seeing(A.Visit("v1")), Child("c2").Seeing(A.Visit("v2")))).ShouldBe(1);

    [Fact]
    public void Visits_on_two_days_are_two_messages() =>
        Groups(Plans.ForVisits(Child("c1").Seeing(A.Visit("v1")), Child("c2").Seeing(A.Visit("v2").Starting("2026-03-09T14:30-04:00")))).ShouldBe(2);

    [Fact]
    public void A_sensitive_visit_never_stands_beside_another()
    {
        var plan = Plans.ForVisits(A.Patient().Seeing(A.Visit("v1"), A.Visit("v2").Sensitive()));

        plan.Touches.Where(t => t.Step is "remind").Select(t => t.GroupKey).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Two_adults_of_one_phone_are_never_named_side_by_side() =>
        Groups(Plans.ForVisits(A.Patient("a").WithMobile(isShared: true).Seeing(A.Visit("v1")), A.Patient("b").WithMobile(isShared: true).Seeing(A.Visit("v2")))).ShouldBe(2);

    [Fact]
    public void Children_whose_mother_is_on_record_with_two_languages_are_not_mixed_in_one_message() =>
        Groups(Plans.ForVisits(Child("c1").Seeing(A.Visit("v1")), Child("c2").CaredForBy(A.Mother("r9", language: "es")).Seeing(A.Visit("v2")))).ShouldBe(2);

    [Fact]
    public void Children_at_two_ends_of_the_world_share_no_message_and_break_no_plan()
    {
        var plan = Plans.ForVisits(Child("c1").Seeing(A.Visit("v1")), Child("c2").Living("Pacific/Guam").Seeing(A.Visit("v2")));

        plan.Touches.ShouldAllBe(t => t.Hours.Allow(t.Window.BestAt, t.Zones));
        Groups(plan).ShouldBe(2);
    }

    [Fact]
    public void Without_a_known_zone_the_practices_hours_count() =>
        Plans.ForVisits(A.Patient().Living().Seeing(A.Visit())).Touches.ShouldAllBe(t => t.Zones.Count == 1);

    private static PatientBuilder Child(string id) => A.Patient(id).Called(id).Aged(8).Unreachable().CaredForBy(A.Mother($"r-{id}"));

    private static int Groups(TouchPlan plan) => plan.Touches.Where(t => t.Step is "remind").Select(t => t.GroupKey).Distinct().Count();
}

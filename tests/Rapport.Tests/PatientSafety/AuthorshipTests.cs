using System.Text.Json.Nodes;
using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;
using Rapport.Engine.Composing.Writing;
using Rapport.Tests.Day;
using Rapport.Tests.Writing;

namespace Rapport.Tests.PatientSafety;

/// <summary>Who wrote it, who read it before it left, and whether the reader is told: rows 56 to 59 of <c>docs/safety/failures.md</c>.</summary>
public sealed class AuthorshipTests
{
    private const string Night = "2026-09-16 21:00";

    [Fact]
    public async Task Row_56_Spanish_words_are_approved_by_somebody_who_reads_Spanish()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server, settings: all => all["writing"]!["reviewers"] = new JsonObject { ["Ana Lima"] = new JsonArray("en", "es"), ["Ben Hart"] = new JsonArray("en") })
            .Has(PatientRecord.Of("Sol", "Paz").Born("1970-01-02").Texts("(518) 555-0131").Speaks("es")).Books(VisitRecord.For("sol", "2026-09-16 15:00"));
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        var (desk, spanish) = (practice.Pipeline.Writing.Templates, practice.Written().First(t => t.Template.Situation.Language == Language.Spanish && t.Drill is null));

        desk.Approve(spanish.Template.Id, "Ben Hart").ShouldBeOfType<Decision.NotTheirs>();
        desk.Approve(spanish.Template.Id, "Ana Lima").ShouldBeOfType<Decision.Done>();
    }

    [Fact]
    public async Task Row_57_A_seeded_error_tells_who_reads_what_they_approve_and_is_never_sent()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server, settings: all => all["writing"]!["oneDrillIn"] = 1);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        var (desk, drills) = (practice.Pipeline.Writing.Templates, practice.Written().Where(t => t.Drill is not null).ToList());
        drills.ShouldNotBeEmpty();

        foreach (var template in practice.Written())
        {
            desk.Approve(template.Template.Id, "Ben Hart");
        }

        desk.Drills().ShouldBe([new DrillScore("Ben Hart", Caught: 0, Missed: drills.Count)]);
        practice.Plan();
        await practice.Live(Night);
        practice.TemplatesSent().Intersect(drills.Select(d => d.Template.Id)).ShouldBeEmpty();
        practice.Outbox.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Row_57_A_reviewer_who_rejects_a_seeded_error_is_told_what_was_wrong()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server, settings: all => all["writing"]!["oneDrillIn"] = 1);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        var drill = practice.Written().First(t => t.Drill is not null);

        var decision = practice.Pipeline.Writing.Templates.Reject(drill.Template.Id, "Ana Lima", "There is something wrong.").ShouldBeOfType<Decision.WasDrill>();

        decision.IsCaught.ShouldBeTrue();
        decision.Error.ShouldBe(drill.Drill);
        practice.Pipeline.Writing.Templates.Drills().ShouldBe([new DrillScore("Ana Lima", Caught: 1, Missed: 0)]);
    }

    [Theory]
    [InlineData("moments.birthday", "Happy birthday from {practice}. While we are at it, shall we book your check-up?")]
    [InlineData("moments.birthday", "Happy birthday from {practice}. It is a good time to come in for a visit.")]
    [InlineData("moments.welcome", "Welcome to {practice}. Please make an appointment for a yearly exam soon.")]
    [InlineData("education.handwashing", "{practice} here. {snippet} Make an appointment if you want to know more.")]
    public void Row_58_Words_for_a_kindness_ask_nobody_to_book_a_visit(string situation, string body)
    {
        VariantJudge.Judge(new Variant(null, body), new Situation(situation, Audience.Self, Channel.Sms, Language.English), TemplateOrigin.Model).ShouldBeOfType<Judged.Refused>();
    }

    [Fact]
    public void Row_58_A_mail_of_many_words_is_not_sent_as_one()
    {
        var long_ = Template.Of(new Situation("recall.invite", Audience.Self, Channel.Email, Language.English), "A word from us", "{practice}: your {service.label}. " + string.Concat(Enumerable.Repeat("Reply with a day that suits you. ", 20)));

        TemplateForm.Check(long_).Violations.ShouldContain(v => v.Code == "too-long");
    }

    [Fact]
    public async Task Row_59_The_reader_is_told_when_a_model_helped_and_the_practice_knows_who_approved_it()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        foreach (var template in practice.Written().Where(t => t.Drill is null))
        {
            practice.Pipeline.Writing.Templates.Approve(template.Template.Id, "Ana Lima");
        }

        practice.Plan();
        await practice.Live(Night);

        var byModel = practice.TemplatesSent().Where(t => !WritingDay.IsOfThePack(t)).ToList();
        byModel.ShouldNotBeEmpty();
        practice.Outbox.Count(m => m.Body.Contains("AI-assisted")).ShouldBe(byModel.Count);
        byModel.ShouldAllBe(id => practice.Written().Single(t => t.Template.Id == id).DecidedBy == "Ana Lima");
    }

    [Fact]
    public void Row_59_Health_words_of_a_model_that_nobody_approved_are_not_permitted() =>
        Disclosure.DutyOf("follow-up", TemplateOrigin.Model, isApproved: false, Core.Records.DisclosurePolicy.WhereRequired, "CA").ShouldBe(DisclosureDuty.NotPermitted);
}

using System.Text.Json.Nodes;
using Rapport.Core.Composing;
using Rapport.Engine.Composing.Writing;
using Rapport.Tests.Day;

namespace Rapport.Tests.Writing;

/// <summary>Words that a model wrote wait for a person, and a person can take them back at any time before they leave.</summary>
public sealed class ApprovalTests
{
    private const string Remind = "appointment.remind";
    private const string Night = "2026-09-16 21:00";

    [Fact]
    public async Task Words_that_wait_are_sent_to_nobody()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);

        practice.Plan();
        await practice.Live(Night);

        practice.Written().ShouldNotBeEmpty();
        practice.TemplatesSent().ShouldAllBe(template => WritingDay.IsOfThePack(template));
        practice.Outbox.ShouldAllBe(message => !message.Body.Contains("AI-assisted"));
    }

    [Fact]
    public async Task Approved_words_are_used_and_the_reader_is_told_that_a_model_helped()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        ApproveAll(practice, Remind);

        practice.Plan();
        await practice.Live(Night);

        var written = practice.TemplatesSent().Where(template => !WritingDay.IsOfThePack(template)).ToList();
        written.ShouldNotBeEmpty();
        practice.Outbox.Count(message => message.Body.Contains("AI-assisted. Reply STOP to end.")).ShouldBe(written.Count);
    }

    [Fact]
    public async Task Words_rejected_after_composing_do_not_leave()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        ApproveAll(practice, Remind);
        practice.Plan();
        foreach (var template in practice.Written().Where(t => t.Status is TemplateStatus.Approved))
        {
            practice.Pipeline.Writing.Templates.Reject(template.Template.Id, WritingDay.Reviewer, "It sounds like a machine.").ShouldBeOfType<Decision.Done>();
        }

        await practice.Live(Night);

        practice.Outbox.Count.ShouldBe(4);
        practice.TemplatesSent().ShouldAllBe(template => WritingDay.IsOfThePack(template));
        practice.Outbox.ShouldAllBe(message => !message.Body.Contains("AI-assisted"));
    }

    [Fact]
    public async Task A_rejected_template_is_never_written_again()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        var bodies = practice.Written().Select(t => t.Template.Body.Source).ToList();
        foreach (var template in practice.Written())
        {
            practice.Pipeline.Writing.Templates.Reject(template.Template.Id, WritingDay.Reviewer, "No.");
        }

        practice.MoveTo("2026-11-16 07:00");
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);

        practice.Written().Where(t => t.Status is TemplateStatus.Held).ShouldAllBe(t => !bodies.Contains(t.Template.Body.Source));
    }

    [Fact]
    public async Task An_edit_passes_the_same_guardrails_and_keeps_its_history()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);
        var (desk, old) = (practice.Pipeline.Writing.Templates, practice.FirstHeld(Remind));

        desk.Edit(old.Template.Id, WritingDay.Reviewer, null, "{practice}: see you on Friday at noon.").ShouldBeOfType<Decision.Refused>().Why.ShouldNotBeEmpty();
        desk.Find(old.Template.Id).ShouldHaveSingleItem().Status.ShouldBe(TemplateStatus.Held);

        var edited = desk.Edit(old.Template.Id, WritingDay.Reviewer, null, "Hi[ {name}], it's {practice}. Your {visit.label} is on {visit.day}, {visit.time}. Reply CHANGE for another time.").ShouldBeOfType<Decision.Done>().Template;

        edited.EditedFrom.ShouldBe(old.Template.Id);
        edited.Writer.ShouldBe(WritingDay.Reviewer);
        edited.Template.Origin.ShouldBe(TemplateOrigin.Model);
        desk.Find(old.Template.Id).ShouldHaveSingleItem().Status.ShouldBe(TemplateStatus.Rejected);
    }

    [Fact]
    public async Task Where_the_practice_trusts_the_guardrails_words_are_used_at_once_but_never_health_words()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server, settings: all => all["writing"]!["approval"] = "auto").Files(Papers.Encounter("ana", "2026-09-14 10:00"));
        practice.Import();

        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);

        practice.Written().Where(t => t.Template.Situation.Name == Remind).ShouldNotBeEmpty();
        practice.Written().Where(t => t.Template.Situation.Name == Remind).ShouldAllBe(t => t.Status == TemplateStatus.Approved);
        practice.Written().Where(t => t.Template.Situation.Name.StartsWith("follow-up")).ShouldAllBe(t => t.Status == TemplateStatus.Held);
    }

    [Fact]
    public async Task A_template_is_shown_with_five_readers_and_every_claim_beside_its_fact()
    {
        await using var server = WritingDay.Scripted();
        using var practice = WritingDay.Open(server);
        practice.Import();
        await practice.Pipeline.Writing.WriteAheadAsync(PracticeDay.Ct);

        var renderings = practice.Pipeline.Writing.Trial.Run(practice.FirstHeld(Remind).Template, PracticeDay.Ct);

        renderings.Count.ShouldBe(TemplateTrial.Renderings);
        renderings.Count(r => !r.IsInvented).ShouldBe(4);
        renderings.Select(r => r.Body).Distinct().Count().ShouldBe(5);
        renderings.ShouldAllBe(r => r.Sentences.Any(s => s.Facts.Any(f => f.Name == "visit.start" || f.Name == "visit.day")));
    }

    private static void ApproveAll(PracticeDay practice, string situation)
    {
        foreach (var template in practice.Written().Where(t => t.Template.Situation.Name == situation && t.Drill is null))
        {
            practice.Pipeline.Writing.Templates.Approve(template.Template.Id[^8..], WritingDay.Reviewer).ShouldBeOfType<Decision.Done>();
        }
    }
}

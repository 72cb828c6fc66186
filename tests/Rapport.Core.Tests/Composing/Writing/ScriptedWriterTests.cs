using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;
using Rapport.TestKit.LanguageModels;

namespace Rapport.Core.Tests.Composing.Writing;

public sealed class ScriptedWriterTests
{
    public static TheoryData<string> Situations => [.. All().Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Situations))]
    public void What_a_good_model_writes_passes_every_check(string situation)
    {
        var brief = new WritingBrief { Situation = All().Single(s => s.ToString() == situation) };

        var judged = VariantJudge.Judge(WritingAnswer.Read(ScriptedWriter.Answer(brief.ToJson()))!, brief, TemplatePack.BuiltIn.For(brief.Situation).ToArray());

        judged.Select(j => j is Judged.Refused refused ? $"{refused.Variant.Body} :: {string.Join(' ', refused.Why.Select(v => $"{v.Code}: {v.Why}"))}" : "").Where(w => w.Length > 0).ShouldBeEmpty();
        judged.Count.ShouldBe(4);
    }

    // Every situation that the pack has words for, education once.
    private static IEnumerable<Situation> All() => TemplatePack.BuiltIn.All.Select(t => t.Situation).Distinct()
        .Where(s => !s.Name.StartsWith("education.", StringComparison.Ordinal) || s.Name is "education.halloween-teeth");
}

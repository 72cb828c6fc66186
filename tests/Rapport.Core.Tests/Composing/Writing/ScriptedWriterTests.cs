using Rapport.Core.Composing;
using Rapport.Core.Composing.Writing;
using Rapport.Core.Primitives;
using Rapport.TestKit.LanguageModels;

namespace Rapport.Core.Tests.Composing.Writing;

public sealed class ScriptedWriterTests
{
    [Fact]
    public void What_a_good_model_writes_passes_every_check_often_enough_to_be_worth_asking()
    {
        var situations = All().ToList();

        var judged = situations.ToDictionary(s => s, s =>
        {
            var brief = new WritingBrief { Situation = s };
            return VariantJudge.Judge(WritingAnswer.Read(ScriptedWriter.Answer(brief.ToJson()))!, brief, TemplatePack.BuiltIn.For(s).ToArray());
        });

        judged.Values.ShouldAllBe(variants => variants.Count == 4);
        ((double)judged.Values.Sum(v => v.Count(j => j is Judged.Fit)) / (4 * judged.Count)).ShouldBeGreaterThan(0.8);
        judged.Count(j => !j.Value.Any(v => v is Judged.Fit)).ShouldBeLessThanOrEqualTo(judged.Count / 20);
    }

    // Every situation that the pack has words for, education once.
    private static IEnumerable<Situation> All() => TemplatePack.BuiltIn.All.Select(t => t.Situation).Distinct()
        .Where(s => !s.Name.StartsWith("education.", StringComparison.Ordinal) || s.Name is "education.halloween-teeth");
}

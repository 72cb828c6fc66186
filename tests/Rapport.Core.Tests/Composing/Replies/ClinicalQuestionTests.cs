using System.Text.Json;
using Rapport.Core.Composing.Replies;

namespace Rapport.Core.Tests.Composing.Replies;

public sealed class ClinicalQuestionTests(ITestOutputHelper output)
{
    private static readonly string[] Clinical = ["symptom-urgent", "crisis", "question-clinical", "refill-request"];

    [Fact]
    public void Nearly_nothing_clinical_of_the_development_set_passes()
    {
        var (recall, precision) = Measure(Machine.Beside("replies.dev.jsonl"));

        recall.ShouldBeGreaterThanOrEqualTo(0.97);
        precision.ShouldBeGreaterThanOrEqualTo(0.25);
    }

    [Fact]
    public void Nearly_nothing_clinical_of_the_training_set_passes()
    {
        var file = Path.Combine(Path.GetDirectoryName(SharedData.RepositoryRoot)!, "shared", "devset", "replies.train.jsonl");
        if (!File.Exists(file))
        {
            Assert.Skip("The training replies are not in ../shared/devset.");
        }

        Measure(file).Recall.ShouldBeGreaterThanOrEqualTo(0.97);
    }

    [Theory]
    [InlineData("my chest feels tight n my arm hurts", ReplyConcern.RedFlag)]
    [InlineData("siento presion en el pecho desde anoche", ReplyConcern.RedFlag)]
    [InlineData("mom's face is droopy and she's talking funny", ReplyConcern.RedFlag)]
    [InlineData("cant breath good inhaler not workin", ReplyConcern.RedFlag)]
    [InlineData("tbh everyone would be better off without me", ReplyConcern.SelfHarm)]
    [InlineData("ya no quiero vivir asi", ReplyConcern.SelfHarm)]
    [InlineData("goodbye dr lee thanks for everything, i gave my dog away", ReplyConcern.SelfHarm)]
    [InlineData("my toddler drank some mouthwash", ReplyConcern.Poison)]
    [InlineData("mi nino se trago una pila", ReplyConcern.Poison)]
    [InlineData("my husband hits me, please call when he is at work", ReplyConcern.Harm)]
    [InlineData("mi esposo me pega", ReplyConcern.Harm)]
    [InlineData("my mother passed away last week", ReplyConcern.Death)]
    [InlineData("should I take my pills before the visit?", ReplyConcern.Clinical)]
    [InlineData("necesito mas pastillas", ReplyConcern.Clinical)]
    [InlineData("ｉ ｗａｎｔ ｔｏ ｄｉｅ", ReplyConcern.SelfHarm)]
    [InlineData("i want to d\u200Bie", ReplyConcern.SelfHarm)]
    [InlineData("i want to d\u0301ie", ReplyConcern.SelfHarm)]
    [InlineData("药只剩明天一颗了", ReplyConcern.Unsure)]
    [InlineData("tui tuc nguc qua, tho khong noi", ReplyConcern.Unsure)]
    public void A_message_is_taken_for_the_gravest_thing_that_it_may_be(string text, ReplyConcern concern) =>
        ClinicalQuestion.Of(text, null).Concern.ShouldBe(concern);

    [Theory]
    [InlineData("Can I come on Thursday instead?")]
    [InlineData("where do I park, and do you have a ramp?")]
    [InlineData("Thanks, see you then")]
    [InlineData("I'm running late, stuck in traffic")]
    [InlineData("¿Puedo cambiar la cita para el viernes?")]
    [InlineData("¿Dónde me estaciono?")]
    [InlineData("what time is my visit?")]
    public void Plain_arrangements_are_plain_arrangements(string text) =>
        ClinicalQuestion.Of(text, null).Concern.ShouldBe(ReplyConcern.Arrangements);

    [Theory]
    [InlineData("9", "How short of breath are you now, 0 to 10?")]
    [InlineData("N", "Do you feel safe at home? Reply Y or N.")]
    public void A_short_answer_is_as_clinical_as_the_question(string answer, string question) =>
        ClinicalQuestion.Of(answer, question).Concern.ShouldBe(ReplyConcern.Clinical);

    [Fact]
    public void All_that_the_patient_wrote_since_our_last_answer_counts()
    {
        ThreadLine[] thread =
        [
            new(false, A.Morning, "Your visit is on Friday."),
            new(true, A.Morning, "my chest hurts"),
            new(true, A.Morning, "and where do I park?"),
        ];

        ClinicalQuestion.In(thread).IsUrgent.ShouldBeTrue();
    }

    private (double Recall, double Precision) Measure(string file)
    {
        var (caught, missed, needless) = (0, 0, 0);
        var byConcern = new Dictionary<(ReplyConcern, bool), int>();
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            var reply = json.RootElement;
            var isClinical = reply.GetProperty("intents").EnumerateArray().Any(intent => Clinical.Contains(intent.GetString()));
            var concern = ClinicalQuestion.Of(reply.GetProperty("reply").GetString()!, reply.GetProperty("context").GetProperty("last_message").GetString()).Concern;
            var isHeld = concern is not ReplyConcern.Arrangements;
            (caught, missed, needless) = (caught + (isClinical && isHeld ? 1 : 0), missed + (isClinical && !isHeld ? 1 : 0), needless + (!isClinical && isHeld ? 1 : 0));
            byConcern[(concern, isClinical)] = byConcern.GetValueOrDefault((concern, isClinical)) + 1;
        }

        var (recall, precision) = ((double)caught / (caught + missed), (double)caught / (caught + needless));
        output.WriteLine($"recall {recall:0.000} ({caught} of {caught + missed}), precision {precision:0.000} ({needless} needless); labels reviewed by no clinician");
        output.WriteLine(string.Join(", ", byConcern.OrderBy(each => each.Key).Select(each => $"{each.Key.Item1} {(each.Key.Item2 ? "clinical" : "other")}: {each.Value}")));
        return (recall, precision);
    }
}

using Rapport.Core.Primitives;

namespace Rapport.Core.Composing.Writing;

/// <summary>A wrong template made on purpose, to learn whether reviewers read what they approve (<c>failures.md 57</c>). It can never be sent.</summary>
/// <param name="Template">Words with one error in them.</param>
/// <param name="Error">What is wrong, shown after the decision.</param>
public sealed record SeededError(Template Template, string Error)
{
    private sealed record Slip(string Error, string English, string Spanish)
    {
        public override string ToString() => Error;
    }

    // Each is a mistake that a model could make and a hurried reader could miss.
    private static readonly Slip[] Slips =
    [
        new("It names a weekday of its own instead of a merge field.", "We still have room on Tuesday.", "El martes tenemos lugar."),
        new("It promises a price that no fact holds.", "There is no charge for this visit.", "Esta visita no tiene costo."),
        new("It presses the reader.", "Please do not wait too long with this.", "Por favor no espere mucho con esto."),
        new("It claims that a person thought of the reader.", "Our team was just talking about you.", "En el equipo hablamos de usted."),
        new("It gives advice on preparing for a visit.", "It is best not to eat before you come.", "Es mejor no comer antes de venir."),
        new("It comforts where nobody can know.", "There is nothing to worry about.", "No hay nada de que preocuparse."),
    ];

    /// <summary>Puts one error into words that were fit. The seed decides which.</summary>
    public static SeededError In(Template template, string seed)
    {
        var slip = Slips[Chance.Pick(Slips.Length, "drill", seed, template.Id)];
        var words = template.Situation.Language == Language.Spanish ? slip.Spanish : slip.English;
        var wrong = Template.Of(template.Situation, template.Subject?.Source, Insert(template.Body.Source, words), template.Shade, template.Voice);
        return new SeededError(wrong with { Origin = template.Origin }, slip.Error);
    }

    // After the first sentence that ends outside of brackets, where a reader's eye is already moving on; else at the end.
    private static string Insert(string body, string sentence)
    {
        var depth = 0;
        for (var at = 0; at < body.Length - 1; at++)
        {
            depth += body[at] is '[' or '{' ? 1 : body[at] is ']' or '}' ? -1 : 0;
            if (depth is 0 && at > body.Length / 3 && body[at] is '.' or '?' && body[at + 1] is ' ')
            {
                return $"{body[..(at + 1)]} {sentence}{body[(at + 1)..]}";
            }
        }

        return $"{body} {sentence}";
    }

    public override string ToString() => Template.Id;
}

using Rapport.Core.Composing.Guardrails;

namespace Rapport.Core.Tests.Composing.Guardrails;

public sealed class DatesAndTimesTests
{
    [Theory]
    [InlineData("Ada, see you Wednesday at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you the day after tomorrow at quarter to three. - Fern Clinic")]
    [InlineData("Ada, two more days until your visit: December 9 at 2:45. - Fern Clinic")]
    [InlineData("Ada, see you on Wednesday the 9th at a quarter to three in the afternoon. - Fern Clinic")]
    [InlineData("Ada, see you 12/9 at 2:45 PM. - Fern Clinic")]
    public void A_visit_may_be_told_in_any_true_words(string body) => A.Sms(body).ShouldBeFit(A.VisitOnWednesday());

    [Theory]
    [InlineData("Ada, su cita en Fern Clinic es pasado mañana a las tres menos cuarto.")]
    [InlineData("Ada, su cita en Fern Clinic es el miércoles 9 a cuarto para las tres.")]
    [InlineData("Ada, su cita en Fern Clinic es el 9 de diciembre a las 2:45 de la tarde.")]
    [InlineData("Ada, su cita en Fern Clinic es en dos días, a las 14:45 horas.")]
    public void So_it_may_in_Spanish(string body) => A.SpanishSms(body).ShouldBeFit(A.VisitOnWednesday());

    [Theory]
    [InlineData("Ada, see you Thursday at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you tomorrow at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you Wednesday, December 10, at 2:45 PM. - Fern Clinic")]
    [InlineData("Ada, see you Wednesday at 2:45 AM. - Fern Clinic")]
    [InlineData("Ada, see you Wednesday at quarter past two. - Fern Clinic")]
    [InlineData("Ada, see you next week at 2:45 PM. - Fern Clinic")]
    public void A_wrong_day_or_hour_is_refused(string body) => A.Sms(body).ShouldBeRefused(A.VisitOnWednesday(), Codes.WrongFact);

    [Theory]
    [InlineData("Ada, su cita en Fern Clinic es mañana a las 2:45 PM.")]
    [InlineData("Ada, su cita en Fern Clinic es el miércoles 9 a cuarto para las dos.")]
    [InlineData("Ada, su cita en Fern Clinic es de hoy en ocho.")]
    public void A_wrong_day_or_hour_is_refused_in_Spanish(string body) => A.SpanishSms(body).ShouldBeRefused(A.VisitOnWednesday(), Codes.WrongFact);

    [Fact]
    public void The_closing_day_cannot_pass_for_the_day_of_reopening()
    {
        var facts = A.Facts(A.Day("closed_dates", 2026, 12, 25), A.Day("reopens", 2026, 12, 28));

        A.Sms("Ada, we are closed on December 25 and open again on December 28. - Fern Clinic").ShouldBeFit(facts);
        A.Sms("Ada, we are closed on December 28 and open again on December 25. - Fern Clinic").ShouldBeRefused(facts, Codes.WrongFact);
    }

    [Fact]
    public void A_holiday_is_known_by_its_date()
    {
        var facts = A.Facts(A.Day("closed_dates", 2027, 3, 26));

        A.Sms("Ada, Fern Clinic is closed on Good Friday, March 26.").ShouldBeFit(facts);
        A.Sms("Ada, Fern Clinic is closed on Memorial Day, March 26.").ShouldBeRefused(facts, Codes.WrongFact);
    }

    [Fact]
    public void A_ride_and_a_visit_do_not_swap_their_hours()
    {
        var facts = A.VisitOnWednesday(A.Moment("ride_booked", new DateTime(2026, 12, 9, 14, 10, 0)));

        A.Sms("Ada, your ride comes Wednesday at 2:10 PM. Fern Clinic will see you at 2:45 PM.").ShouldBeFit(facts);
        A.Sms("Ada, your ride comes Wednesday at 2:45 PM. Fern Clinic will see you at 2:10 PM.").ShouldBeRefused(facts, Codes.WrongFact);
    }
}

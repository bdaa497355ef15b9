using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Tests.Travel.Roads;

public class SeasonTests
{
    [Theory]
    [InlineData("no @ (Nov-Apr)", null, "no")]
    [InlineData("no @ (Nov 1-Apr 30)", null, "no")]
    [InlineData("no @ (Oct 15 - May 31)", null, "no")]
    [InlineData("no @ Oct-May", null, "no")]
    [InlineData("no @ (Jan)", null, "no")]
    [InlineData("no @ (Jan 20-Mar 31)", null, null)]
    [InlineData("no @ (Jan 10-20)", null, "no")]
    [InlineData("no @ (Nov-Dec,Jan-Feb)", null, "no")]
    [InlineData("no @ winter", null, "no")]
    [InlineData("no @ (snow)", null, "no")]
    [InlineData("yes @ (Jun-Sep)", "yes", null)]
    [InlineData("yes @ summer", "yes", null)]
    [InlineData("no @ (Jun-Sep 10:00-18:00)", null, null)]
    [InlineData("no @ (22:00-06:00)", null, null)]
    [InlineData("no @ (24/7)", "no", "no")]
    [InlineData("no @ (Mo-Su 00:00-24:00)", "no", "no")]
    [InlineData("no @ (00:00-23:59)", "no", "no")]
    [InlineData("no @ (Sa,Su)", null, null)]
    [InlineData("no @ (weight>3.5)", null, null)]
    [InlineData("no @ (2019 Jun-2019 Sep)", null, null)]
    [InlineData("no @ (Nov-Apr AND weight>3.5)", null, null)]
    [InlineData("destination @ (22:00-06:00); no @ (Nov-Apr)", null, "no")]
    [InlineData("no @ (Oct-May; Jul)", "no", "no")]
    [InlineData("no", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void Of_a_conditional_tag_what_holds_all_through_a_season_counts(string? tag, string? summer, string? winter) =>
        (Season.ValueOf(tag, winter: false), Season.ValueOf(tag, winter: true)).ShouldBe((summer, winter));

    [Theory]
    [InlineData("motor_vehicle:conditional=no@(Nov-Apr)", true, false)]
    [InlineData("access:conditional=no@winter", true, false)]
    [InlineData("access=no access:conditional=yes@(May-Oct)", true, false)]
    [InlineData("seasonal=yes", true, false)]
    [InlineData("seasonal=summer", true, false)]
    [InlineData("seasonal=spring;summer;autumn", true, false)]
    [InlineData("seasonal=winter", false, true)]
    [InlineData("winter_road=yes", false, true)]
    [InlineData("ice_road=yes", false, true)]
    [InlineData("seasonal=no", true, true)]
    [InlineData("bicycle:conditional=no@(Nov-Apr)", true, true)]
    [InlineData("motorcar=yes access:conditional=no@(Nov-Apr)", true, true)]
    public void A_pass_is_open_in_its_season_and_is_named_whatever_the_choice(string tags, bool summer, bool winter)
    {
        AsciiRoads Roads() => AsciiRoads.Map("a-b-c").Way("ab").Way("bc", $"highway=secondary name=Passo {tags}");
        RoadBuildReport inSummer = Roads().Build().Info.Report;
        RoadBuildReport inWinter = Roads().Build(AsciiRoads.Plain with { Season = "inverno" }).Info.Report;

        (inSummer.WaysUsed == 2, inWinter.WaysUsed == 2).ShouldBe((summer, winter));
        inSummer.SeasonalRoads.ShouldBe(inWinter.SeasonalRoads);
        inSummer.SeasonalRoads.ShouldBe(summer == winter ? [] : [new KeyValuePair<string, int>("Passo", 1)]);
    }

    [Fact]
    public void A_barrier_across_a_pass_is_closed_in_its_season()
    {
        AsciiRoads roads = AsciiRoads.Map("a-b-c").Way("abc").Node('b', "barrier=lift_gate access:conditional=no@(Nov-Apr)");

        roads.Build().Edges.Count.ShouldBe(1);
        roads.Build(AsciiRoads.Plain with { Season = "inverno" }).Edges.Count.ShouldBe(2);
    }
}

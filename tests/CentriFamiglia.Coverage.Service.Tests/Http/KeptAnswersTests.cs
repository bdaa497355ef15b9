using System.Text;
using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.AspNetCore.Http;

namespace CentriFamiglia.Coverage.Service.Tests.Http;

/// <summary>Answers are kept as bytes, within what they may take.</summary>
public sealed class KeptAnswersTests
{
    [Fact]
    public void What_was_asked_for_longest_ago_is_let_go_of_first()
    {
        var kept = new KeptAnswers(mostBytes: 3_000, mostTags: 8);
        foreach (string tag in (string[])["uno", "due", "tre"])
        {
            kept.Keep(tag, Random(1_000));
            kept.Find("uno").ShouldNotBeNull(tag);
        }

        kept.Find("due").ShouldBeNull();
        kept.Find("tre").ShouldNotBeNull();
        (kept.Count, kept.Hits).ShouldBe((2, 4));
        kept.Size.ShouldBeLessThanOrEqualTo(3_000);
    }

    [Fact]
    public void One_that_is_larger_than_all_that_may_be_kept_is_not()
    {
        var kept = new KeptAnswers(mostBytes: 500, mostTags: 8);
        kept.Keep("grande", Random(1_000));

        kept.Find("grande").ShouldBeNull();
        kept.Size.ShouldBe(0);
    }

    [Fact]
    public void The_tag_of_a_question_is_that_of_one_content_and_the_content_before_is_forgotten()
    {
        var kept = new KeptAnswers(mostBytes: 500, mostTags: 2);
        object before = new(), after = new();
        kept.Remember(before, "copertura", "a");
        kept.Remember(after, "copertura", "b");

        (kept.TagOf(before, "copertura"), kept.TagOf(after, "copertura")).ShouldBe((null, "b"));
        kept.Remember(after, "lacune", "c");
        kept.Remember(after, "fondi", "d");
        (kept.TagOf(after, "copertura"), kept.TagOf(after, "lacune"), kept.TagOf(after, "fondi")).ShouldBe((null, "c", "d"));
    }

    [Theory]
    [InlineData(null, "identity")]
    [InlineData("", "identity")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("*", "br")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("br;q=0, gzip;q=0", "identity")]
    [InlineData("deflate", "identity")]
    public void The_coding_is_the_one_that_the_client_weighs_most(string? accepted, string coding)
    {
        var context = new DefaultHttpContext();
        if (accepted is not null)
            context.Request.Headers.AcceptEncoding = accepted;

        Coding.Of(context.Request).Name.ShouldBe(coding);
    }

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip", true)]
    [InlineData("identity", true)]
    [InlineData("br", false)]
    [InlineData("gzip", false)]
    [InlineData("identity", false)]
    public async Task In_every_coding_it_is_the_same_text(string accepted, bool isKept)
    {
        Answer answer = Answer.Of("application/json", Encoding.UTF8.GetBytes("{\"città\":\"Cantù\"}"), isKept ? Coding.Brotli : Coding.Plain);
        for (int i = 0; i < 2; i++)
        {
            var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
            context.Request.Headers.AcceptEncoding = accepted;
            await answer.SendAsync(context);

            byte[] sent = ((MemoryStream)context.Response.Body).ToArray();
            Coding coding = new[] { Coding.Brotli, Coding.Gzip, Coding.Plain }.Single(c => c.Name == accepted);
            Encoding.UTF8.GetString(coding.Unpacked(sent)).ShouldBe("{\"città\":\"Cantù\"}");
            context.Response.ContentLength.ShouldBe(sent.Length);
            context.Response.Headers.Vary.ToString().ShouldBe("Accept-Encoding");
            context.Response.Headers.ContentEncoding.ToString().ShouldBe(accepted == "identity" ? "" : accepted);
        }
    }

    /// <summary>Bytes that no coding makes shorter.</summary>
    private static Answer Random(int length)
    {
        byte[] bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return Answer.Of("application/octet-stream", bytes, Coding.Brotli);
    }
}

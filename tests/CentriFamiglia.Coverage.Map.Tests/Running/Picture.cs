using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace CentriFamiglia.Coverage.Map.Tests.Running;

/// <summary>What the window of a page looks like.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Pixels">Row by row from the top, 0xRRGGBB.</param>
internal sealed record Picture(int Width, int Height, int[] Pixels)
{
    private const int PaletteSize = 256;

    /// <summary>Takes the picture, and lets the browser read its pixels.</summary>
    public static async Task<Picture> OfAsync(IPage page)
    {
        byte[] png = await page.ScreenshotAsync(new() { Caret = ScreenshotCaret.Hide });
        JsonElement read = await page.EvaluateAsync<JsonElement>(
            """
            async png => {
              const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), c => c.charCodeAt(0))]));
              const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
              context.drawImage(image, 0, 0);
              const { data } = context.getImageData(0, 0, image.width, image.height);
              const parts = [];
              for (let i = 0; i < data.length; i += 32768) parts.push(String.fromCharCode(...data.subarray(i, i + 32768)));
              return { width: image.width, height: image.height, data: btoa(parts.join('')) };
            }
            """,
            Convert.ToBase64String(png));
        byte[] data = read.GetProperty("data").GetBytesFromBase64();
        int[] pixels = [.. Enumerable.Range(0, data.Length / 4).Select(i => (data[4 * i] << 16) | (data[(4 * i) + 1] << 8) | data[(4 * i) + 2])];
        return new(read.GetProperty("width").GetInt32(), read.GetProperty("height").GetInt32(), pixels);
    }

    /// <summary>How many pixels each colour has within a box of the page, shades of less than 8 steps being one.</summary>
    public IReadOnlyList<(int Colour, int Count)> Colours(float left, float top, float right, float bottom)
    {
        IEnumerable<int> within =
            from y in Enumerable.Range((int)top, (int)(bottom - top))
            from x in Enumerable.Range((int)left, (int)(right - left))
            select Coarse(Pixels[(y * Width) + x]);
        return [.. within.CountBy(colour => colour).Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value)];
    }

    /// <summary>A PNG with the 256 commonest colours, each other pixel in the nearest of them: a third of the bytes that a screenshot has.</summary>
    public byte[] ToPng()
    {
        // Of the shades that count as one the commonest stands for all: flat areas keep their colour to the bit.
        int[] palette =
        [
            .. Pixels.CountBy(pixel => pixel).GroupBy(pair => Coarse(pair.Key))
                .OrderByDescending(shades => shades.Sum(pair => pair.Value)).Take(PaletteSize).Select(shades => shades.MaxBy(pair => pair.Value).Key),
        ];
        var nearest = new Dictionary<int, byte>();
        byte[] rows = new byte[Height * (Width + 1)];
        for (int i = 0; i < Pixels.Length; i++)
        {
            if (!nearest.TryGetValue(Pixels[i], out byte index))
                nearest[Pixels[i]] = index = (byte)Nearest(palette, Pixels[i]);
            // Each row opens with a byte that says: not filtered.
            rows[i + (i / Width) + 1] = index;
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 3);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(rows);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("PLTE", [.. palette.SelectMany(c => (byte[])[(byte)(c >> 16), (byte)(c >> 8), (byte)c])]),
            .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", []),
        ];
    }

    private static int Coarse(int colour) => colour & 0xF8F8F8;

    private static int Nearest(int[] palette, int colour)
    {
        static int Gap(int a, int b, int shift) => ((a >> shift) & 0xFF) - ((b >> shift) & 0xFF);
        return Enumerable.Range(0, palette.Length).MinBy(i => new[] { 0, 8, 16 }.Sum(shift => Gap(palette[i], colour, shift) * Gap(palette[i], colour, shift)));
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] chunk = [0, 0, 0, 0, .. named, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + named.Length), Crc32.HashToUInt32(named));
        return chunk;
    }
}
